export type {
  BulkTexts,
  CommonTexts,
  FigureTexts,
  SetupTexts,
  SharedTexts,
  StoredTexts,
  TerminalTexts,
  Texts,
} from './catalogue.ts';
export type { HistoryTexts } from './function-texts.ts';
export {
  bulkTextsIn,
  declineTextsIn,
  figureTextsIn,
  functionTextsIn,
  labelsOf,
  movedTextsIn,
  propertyLabelsIn,
  setupTextsIn,
  sharedTextsIn,
  sidebarTextsIn,
  storedTextsIn,
  terminalTextsIn,
  textsIn,
} from './catalogue.ts';
export { historyTextsIn, valueTextsIn, workflowTextsIn } from './function-texts.ts';
export { declineText, storedDeclineIn } from './declines.ts';
export type { Language } from './language.ts';
export { LANGUAGES, languageOf } from './language.ts';
export { paymentReason, reasonText, recordName } from './reason.ts';
export * from './acting.ts';

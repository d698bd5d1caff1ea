export type {
  BulkTexts,
  CommonTexts,
  FigureTexts,
  HistoryTexts,
  SetupTexts,
  SharedTexts,
  StoredTexts,
  TerminalTexts,
  Texts,
} from './catalogue.ts';
export {
  bulkTextsIn,
  declineTextsIn,
  figureTextsIn,
  functionTextsIn,
  historyTextsIn,
  labelsOf,
  propertyLabelsIn,
  setupTextsIn,
  sharedTextsIn,
  sidebarTextsIn,
  storedTextsIn,
  terminalTextsIn,
  textsIn,
  valueTextsIn,
  workflowTextsIn,
} from './catalogue.ts';
export { declineText, storedDeclineIn } from './declines.ts';
export type { Language } from './language.ts';
export { LANGUAGES, languageOf } from './language.ts';
export { paymentReason, reasonText, recordName } from './reason.ts';
export * from './acting.ts';

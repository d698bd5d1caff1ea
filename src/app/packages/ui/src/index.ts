export { CheckedLink } from './CheckedLink.tsx';
export { LongText, SmallLines } from './LongText.tsx';
export { FailureAlert } from './FailureAlert.tsx';
export { useNowMs } from './use-now-ms.ts';
export { usePresentation, useTexts } from './use-presentation.ts';

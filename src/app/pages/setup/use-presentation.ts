import type { SetupPresentation, SetupTexts } from '@stripe-payments/core';
import { setupTextsIn } from '@stripe-payments/core';
import { usePresentation as useCardPresentation } from '@stripe-payments/ui';
import { useMemo } from 'react';

/** The reader's presentation, with the texts of the setup, which the cards do not load. */
export function usePresentation(): SetupPresentation {
  const presentation = useCardPresentation();
  return useMemo(
    () => ({ ...presentation, texts: setupTextsIn(presentation.language) }),
    [presentation],
  );
}

/** Every text in the reader's language. */
export const useTexts = (): SetupTexts => usePresentation().texts;

import type { Presentation, RecordView } from '@stripe-payments/core';
import { dayText } from '@stripe-payments/core';

/** Disputes that wait for an answer, wherever in the table their payments are. */
export interface OpenDisputes {
  readonly title: string;
  readonly nextStep: string;
}

export function openDisputesOf(
  { payments }: RecordView,
  presentation: Presentation,
): OpenDisputes | null {
  const words = presentation.texts.card.states;
  const open = payments.flatMap(({ dispute }) =>
    dispute?.status === 'needs_response' ? [dispute] : [],
  );
  if (open.length === 0) return null;
  const dueDays = open.map(({ evidenceDueBy }) => evidenceDueBy).filter((day) => day !== null);
  return {
    title: words.disputesTitle(open.length),
    nextStep:
      dueDays.length === 0
        ? words.disputesStep
        : words.disputesStepBy(dayText(Math.min(...dueDays), presentation)),
  };
}

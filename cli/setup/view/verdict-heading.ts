import type { SetupPart, TerminalTexts, Verdict } from '@stripe-payments/core';
import type { Block, Tone } from '../../terminal/block.ts';

const SIGNS: Readonly<Record<Verdict, string>> = {
  done: '\u2713',
  attention: '!',
  blocked: '\u2717',
};

const TONES: Readonly<Record<Verdict, Tone>> = {
  done: 'good',
  attention: 'attention',
  blocked: 'bad',
};

/** `✓ Stripe key  Done`. */
export const verdictHeading = (
  part: SetupPart,
  verdict: Verdict,
  { setup }: TerminalTexts,
): Block => ({
  kind: 'heading',
  text: setup.parts[part],
  status: { sign: SIGNS[verdict], words: setup.verdicts[verdict], tone: TONES[verdict] },
});

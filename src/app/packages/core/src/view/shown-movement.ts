import type { Movement, ShownMovement } from '../mrr/movements.ts';
import type { Cancellation } from '../payment/subscription.ts';
import type { MovementTexts } from '../texts/function-texts.ts';
import { movementTextsIn } from '../texts/function-texts.ts';
import { LANGUAGES } from '../texts/language.ts';
import { isVisible, plainLine } from '../untrusted/plain-text.ts';
import { brief } from '../untrusted/sentence.ts';

/** What a customer wrote, as much of it as a property and a card show. */
const MAX_COMMENT = 300;

const worded = (value: string, known: Readonly<Record<string, string>>): string =>
  Object.hasOwn(known, value) ? (known[value] ?? value) : brief(value.replaceAll('_', ' '), 60);

/** Stripe's reason, what the customer chose and what they wrote; '' where nothing is said. */
function reasonOf(cancellation: Cancellation | null, texts: MovementTexts): string {
  if (cancellation === null) return '';
  const { reason, feedback, comment } = cancellation;
  const written = comment === null ? '' : plainLine(comment, 2 * MAX_COMMENT);
  const parts = [
    ...(reason === null ? [] : [worded(reason, texts.reasons)]),
    ...(feedback === null ? [] : [worded(feedback, texts.feedback)]),
    ...(isVisible(written) ? [texts.quoted(brief(written, MAX_COMMENT))] : []),
  ];
  return parts.join('. ');
}

function textsOf(movement: Movement, texts: MovementTexts) {
  const line = texts.lines[movement.kind];
  return {
    line: movement.on === null ? line : `${line} ${texts.day}`,
    reason: reasonOf(movement.cancellation, texts),
  };
}

/** A movement in every language: a card holds no table of Stripe's reasons. */
export function shownMovement(movement: Movement | 'none' | null): ShownMovement | null {
  if (movement === null) return null;
  if (movement === 'none') return { kind: 'none', amount: null, on: null, texts: {} };
  const { kind, amount, on } = movement;
  const texts = LANGUAGES.map(
    (language) => [language, textsOf(movement, movementTextsIn(language))] as const,
  );
  return { kind, amount, on, texts: Object.fromEntries(texts) };
}

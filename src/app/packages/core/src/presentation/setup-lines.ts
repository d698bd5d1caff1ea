import type { PropertyDifference, StripeAccountFacts } from '../contract/setup.ts';
import { readinessOf } from '../setup/readiness.ts';
import type { SetupTexts } from '../texts/setup-texts.ts';
import { brief } from '../untrusted/brief.ts';
import { dayText } from './dates.ts';
import { knownText } from './known-word.ts';
import type { SetupPresentation } from './presentation.ts';

type Words = SetupTexts['setup'];

/** Somebody's word in a sentence: a label can be of any length and in any script. */
const MAX_OF_NAME = 80;

/** A requirement in words: the longest known end of its name, or the name as Stripe writes it. */
export function requirementText(name: string, { setup }: SetupTexts): string {
  const known = Object.entries(setup.stripeAccount.requirements)
    .filter(([end]) => name === end || name.endsWith(`.${end}`))
    .toSorted(([a], [b]) => b.length - a.length);
  const text = known[0]?.[1];
  return text === undefined ? name : `${text} (${name})`;
}

const listed = (names: readonly string[], texts: SetupTexts): string =>
  names.map((name) => requirementText(name, texts)).join(', ');

/** Stripe's reason why the account is off, in words with Stripe's own beside them. */
function disabledReasonText(
  { requirements }: StripeAccountFacts,
  { disabledReasons }: Words['stripeAccount'],
): string | null {
  const reason = requirements?.disabledReason ?? null;
  if (reason === null) return null;
  const known = knownText(disabledReasons, reason);
  return known === reason ? reason : `${known} (${reason})`;
}

/** Why an account that is asked for nothing may not be used all the same. */
function nothingDueLines(
  { detailsSubmitted, requirements }: StripeAccountFacts,
  { onlyStripe, unsubmitted }: Words['stripeAccount'],
): readonly string[] {
  if (!detailsSubmitted) return [unsubmitted];
  return (requirements?.errors ?? []).length > 0 ? [] : [onlyStripe];
}

/** What the status of the account means, sentence by sentence; none where it is ready. */
export function readinessLines(
  facts: StripeAccountFacts,
  presentation: SetupPresentation,
): readonly string[] {
  const { texts } = presentation;
  const words = texts.setup.stripeAccount;
  const readiness = readinessOf(facts);
  const reason = disabledReasonText(facts, words);
  switch (readiness.status) {
    case 'ready': {
      const later = facts.requirements?.eventuallyDue ?? [];
      return later.length === 0 ? [] : [words.laterDue(listed(later, texts))];
    }
    case 'in-review': {
      const { pending } = readiness;
      if (pending.length > 0) return [words.pending(listed(pending, texts))];
      return [words.reviewing(reason ?? words.disabledReasons.under_review)];
    }
    case 'action-needed': {
      const { due, isOverdue, deadlineSeconds, errors } = readiness;
      return [
        ...(reason === null ? [] : [words.disabledBecause(reason)]),
        ...(due.length > 0 ? [words.due(listed(due, texts))] : nothingDueLines(facts, words)),
        ...(isOverdue
          ? [words.overdue]
          : deadlineSeconds === null
            ? []
            : [words.dueBy(dayText(deadlineSeconds, presentation))]),
        ...errors,
      ];
    }
    case 'unreadable':
      return [words.unreadableNote];
  }
}

/** What the setup would put back of one property, a line a field. */
export function differenceLines(difference: PropertyDifference, { setup }: SetupTexts): string[] {
  const words = setup.properties.differences;
  const shown = (text: string): string => (text === '' ? words.none : brief(text, MAX_OF_NAME));
  switch (difference.field) {
    case 'label':
    case 'type':
    case 'currency':
      return [words[difference.field](shown(difference.from), shown(difference.to))];
    case 'description':
      return [words.description];
    case 'options': {
      const { missing, relabelled } = difference;
      const names = missing.map(({ label }) => shown(label)).join(', ');
      return [
        ...(missing.length === 0 ? [] : [words.optionsMissing(names)]),
        ...relabelled.map(({ from, to }) => words.optionRelabelled(shown(from), shown(to))),
      ];
    }
    default:
      // Of a function that is newer than this build: that it is put back is all that can be said.
      return [];
  }
}

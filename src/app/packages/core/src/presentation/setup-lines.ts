import type {
  CrmAccountFacts,
  PropertyDifference,
  SetupReport,
  StripeAccountFacts,
  SyncedRecords,
} from '../contract/setup.ts';
import { readinessOf } from '../setup/readiness.ts';
import type { SetupStep } from '../setup/setup-step.ts';
import type { SetupTexts } from '../texts/catalogue.ts';
import { brief } from '../untrusted/sentence.ts';
import type { SetupPresentation } from './presentation.ts';
import { dayText, knownText } from './presentation.ts';

type Setup = SetupTexts['setup'];

/** A label from HubSpot in a sentence: it can be of any length and in any script. */
const MAX_OF_NAME = 80;

/** A requirement's text by the longest known end of its name, or the name as Stripe writes it. */
export function requirementText(name: string, { setup }: SetupTexts): string {
  const known = Object.entries(setup.stripeAccount.requirements)
    .filter(([end]) => name === end || name.endsWith(`.${end}`))
    .toSorted(([a], [b]) => b.length - a.length);
  const text = known[0]?.[1];
  return text === undefined ? name : `${text} (${name})`;
}

const listed = (names: readonly string[], texts: SetupTexts): string =>
  names.map((name) => requirementText(name, texts)).join(', ');

/** Why the account is disabled, with Stripe's own code beside the text. */
function disabledReasonText(
  { requirements }: StripeAccountFacts,
  { disabledReasons }: Setup['stripeAccount'],
): string | null {
  const reason = requirements?.disabledReason ?? null;
  if (reason === null) return null;
  const known = knownText(disabledReasons, reason);
  return known === reason ? reason : `${known} (${reason})`;
}

/** Why an account without requirements is still restricted. */
function nothingDueLines(
  { detailsSubmitted, requirements }: StripeAccountFacts,
  { onlyStripe, unsubmitted }: Setup['stripeAccount'],
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
  const labels = texts.setup.stripeAccount;
  const readiness = readinessOf(facts);
  const reason = disabledReasonText(facts, labels);
  switch (readiness.status) {
    case 'ready': {
      const later = facts.requirements?.eventuallyDue ?? [];
      return later.length === 0 ? [] : [labels.laterDue(listed(later, texts))];
    }
    case 'in-review': {
      const { pending } = readiness;
      if (pending.length > 0) return [labels.pending(listed(pending, texts))];
      return [labels.reviewing(reason ?? labels.disabledReasons.under_review)];
    }
    case 'action-needed': {
      const { due, isOverdue, deadlineSeconds, errors } = readiness;
      return [
        ...(reason === null ? [] : [labels.disabledBecause(reason)]),
        ...(due.length > 0 ? [labels.due(listed(due, texts))] : nothingDueLines(facts, labels)),
        ...(isOverdue
          ? [labels.overdue]
          : deadlineSeconds === null
            ? []
            : [labels.dueBy(dayText(deadlineSeconds, presentation))]),
        ...errors,
      ];
    }
    case 'unreadable':
      return [labels.unreadableNote];
  }
}

/** What the setup would reset on one property, a line per field. */
export function differenceLines(difference: PropertyDifference, { setup }: SetupTexts): string[] {
  const texts = setup.properties.differences;
  const shown = (text: string): string => (text === '' ? texts.none : brief(text, MAX_OF_NAME));
  switch (difference.field) {
    case 'label':
    case 'type':
    case 'currency':
      return [texts[difference.field](shown(difference.from), shown(difference.to))];
    case 'description':
      return [texts.description];
    case 'options': {
      const { missing, relabelled } = difference;
      const names = missing.map(({ label }) => shown(label)).join(', ');
      return [
        ...(missing.length === 0 ? [] : [texts.optionsMissing(names)]),
        ...relabelled.map(({ from, to }) => texts.optionRelabelled(shown(from), shown(to))),
      ];
    }
    default:
      // From a function newer than this build, which has no text for the field.
      return [];
  }
}

type Counted = 'synced' | 'ofOtherMode';

/** `3 deals, 12 contacts`; empty where there are none. */
export const recordCounts = (
  counts: readonly SyncedRecords[],
  counted: Counted,
  { setup }: SetupTexts,
): string =>
  counts
    // A newer function may count an object type that this build has no text for.
    .filter((count) => count[counted] > 0 && Object.hasOwn(setup.crm.counts, count.objectType))
    .map((count) => setup.crm.counts[count.objectType](count[counted]))
    .join(', ');

/** What a removal hides, in a sentence. */
export function hiddenByRemoval({ crm }: Pick<SetupReport, 'crm'>, texts: SetupTexts): string {
  const removal = texts.setup.removal;
  if (!crm.isReadable || !crm.records.isReadable) return removal.hidesUnknown;
  const records = recordCounts(crm.records.counts, 'synced', texts);
  return records === '' ? removal.hidesNothing : removal.hides(records);
}

/** `4242, Standard account`; HubSpot's own name for a new type. */
export function crmAccountText(
  { portalId, accountType }: CrmAccountFacts,
  texts: SetupTexts,
): string {
  const name = knownText(texts.setup.crm.accountTypes, accountType);
  return [String(portalId), name].filter((part) => part !== '').join(', ');
}

const ACTIONS = ['create', 'restore', 'change'] as const;

/** How many properties there are to create, restore and reset: `28 to create, 1 to restore`. */
export const toDoText = (steps: readonly SetupStep[], { setup }: SetupTexts): string =>
  ACTIONS.flatMap((action) => {
    const count = steps.filter((step) => step.action === action).length;
    return count === 0 ? [] : [setup.properties.toDo[action](count)];
  }).join(', ');

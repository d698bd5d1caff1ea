import type { AccountState } from '../../stripe/account/account-state.ts';
import { situationOf } from '../../stripe/account/situations.ts';
import type { AccountSituation } from '../../stripe/entities/account.ts';
import type { StripeKeyChoice } from './demo-keys.ts';
import { demoKey, STRIPE_KEY_CHOICES } from './demo-keys.ts';
import type { SidePart } from './side-part.ts';
import { chosenPart } from './side-part.ts';

const ACCOUNT_CHOICES = [
  { id: 'ready', label: 'Ready to transact' },
  { id: 'in-review', label: 'In review, payments go on' },
  { id: 'in-review-disabled', label: 'In review before payments start' },
  { id: 'due-soon', label: 'Action needed within 14 days' },
  { id: 'past-due', label: 'Action overdue: no payments, no payouts' },
  { id: 'payouts-off', label: 'No payouts: the bank account is missing' },
  { id: 'rejected', label: 'Rejected by Stripe' },
  { id: 'not-readable', label: 'Ready, but no restricted key may read it' },
] as const;

type AccountChoice = (typeof ACCOUNT_CHOICES)[number]['id'];

const accountChangeOf = (choice: AccountChoice) =>
  choice === 'not-readable'
    ? ({ situation: 'ready', restricted_keys: 'without-details' } as const)
    : { situation: choice };

/** Without the deadlines, which move with the clock. */
const comparable = (situation: AccountSituation): string =>
  JSON.stringify([
    situation.chargesEnabled,
    situation.payoutsEnabled,
    situation.detailsSubmitted,
    situation.capabilities,
    { ...situation.requirements, current_deadline: null },
    { ...situation.futureRequirements, current_deadline: null },
  ]);

function choiceNow({ row, restrictedKeys }: AccountState): AccountChoice | null {
  const now = comparable(row);
  const found = ACCOUNT_CHOICES.find(({ id }) => {
    const change = accountChangeOf(id);
    const keys = 'restricted_keys' in change ? change.restricted_keys : 'by-permission';
    return keys === restrictedKeys && comparable(situationOf(change.situation, 0)) === now;
  });
  return found?.id ?? null;
}

interface KeyHolder {
  /** Null for another key than those of the drawer. */
  readonly current: () => StripeKeyChoice | null;
  readonly hold: (key: string | null) => Promise<void>;
}

/** Which key the app has, and what Stripe thinks of the business. */
export function stripeParts(account: AccountState, holder: KeyHolder): readonly SidePart[] {
  return [
    chosenPart(
      { id: 'stripe-key', title: 'Stripe key of the app' },
      STRIPE_KEY_CHOICES,
      holder.current,
      (choice) => holder.hold(demoKey(choice)),
    ),
    chosenPart(
      { id: 'stripe-account', title: 'Stripe account' },
      ACCOUNT_CHOICES,
      () => choiceNow(account),
      (choice) => {
        account.change(accountChangeOf(choice));
      },
    ),
  ];
}

import { REQUIRED_SCOPES, type Scope } from '@stripe-payments/core';
import type { TokenBook } from '../hubspot/http/authentication.ts';
import type { AccountState } from '../stripe/account/account-state.ts';
import { situationOf } from '../stripe/account/situations.ts';
import type { AccountSituation } from '../stripe/entities/account.ts';
import { demoKey, STRIPE_KEY_CHOICES, type StripeKeyChoice } from './credentials.ts';

/** Something that an admin or a person at Stripe decides, and what can be done about it. */
export interface SidePart {
  readonly id: string;
  readonly title: string;
  /** How it stands now, in a few words. */
  readonly state: () => string;
  readonly actions: readonly SideAction[];
}

export interface SideAction {
  readonly id: string;
  readonly label: string;
  /** True where this is how it stands; an action that leaves no state of its own is never current. */
  readonly isCurrent: () => boolean;
  readonly act: () => void | Promise<void>;
}

interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** One of several: the latest choice is how it stands. */
export function chosenPart<Id extends string>(
  part: Pick<SidePart, 'id' | 'title'>,
  choices: readonly Choice<Id>[],
  current: () => Id | null,
  choose: (id: Id) => void | Promise<void>,
): SidePart {
  return {
    ...part,
    state: () => choices.find(({ id }) => id === current())?.label ?? 'None of these',
    actions: choices.map(({ id, label }) => ({
      id,
      label,
      isCurrent: () => current() === id,
      act: () => choose(id),
    })),
  };
}

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

interface KeyStore {
  /** Null for another key than those of the drawer. */
  readonly current: () => StripeKeyChoice | null;
  readonly hold: (key: string | null) => Promise<void>;
}

/** Which key the app has, and what Stripe thinks of the business. */
export function stripeParts(account: AccountState, keyStore: KeyStore): readonly SidePart[] {
  return [
    chosenPart(
      { id: 'stripe-key', title: 'Stripe key of the app' },
      STRIPE_KEY_CHOICES,
      keyStore.current,
      (choice) => keyStore.hold(demoKey(choice)),
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

/** The first version was for deals only. */
const inEarlierVersion = ({ objectType, area }: Scope): boolean =>
  objectType === null || objectType === 'deal' || area === 'objects';

const EARLIER_SCOPES: readonly string[] = REQUIRED_SCOPES.filter(inEarlierVersion).map(
  ({ name }) => name,
);

function missingScopes(tokens: TokenBook): readonly string[] {
  const granted = new Set(tokens.list().find(({ isApp }) => isApp)?.scopes);
  return tokens.required.filter((scope) => !granted.has(scope));
}

/** What the HubSpot account granted to the app. */
export function scopePart(tokens: TokenBook): SidePart {
  const isEarlier = (): boolean => {
    const missing = missingScopes(tokens);
    return missing.length > 0 && EARLIER_SCOPES.every((scope) => !missing.includes(scope));
  };
  return {
    id: 'hubspot-scopes',
    title: 'HubSpot scopes of the app',
    state: () => {
      const missing = missingScopes(tokens);
      if (missing.length === 0) return 'All granted';
      return `${String(missing.length)} missing: ${missing.join(', ')}`;
    },
    actions: [
      {
        id: 'earlier',
        label: 'As an earlier version had them: it asks for more since',
        isCurrent: isEarlier,
        act: () => {
          tokens.grant(undefined, EARLIER_SCOPES);
        },
      },
      {
        id: 'reinstall',
        label: 'Install the app again',
        isCurrent: () => false,
        act: () => {
          tokens.reinstall();
        },
      },
    ],
  };
}

/** The key that functions find, as a secret of the HubSpot account would be. */
export interface HeldKey {
  readonly current: () => StripeKeyChoice | null;
  readonly hold: (key: string | null) => Promise<void>;
}

/**
 * Functions run in this process, and HubSpot's executor puts its environment back after each call: a
 * key that changed meanwhile would be lost, so `whenIdle` waits for the calls under way.
 */
export function createHeldKey(whenIdle: () => Promise<void>): HeldKey {
  return {
    current: () => {
      const key = process.env['STRIPE_SECRET_KEY'] ?? null;
      return STRIPE_KEY_CHOICES.find(({ id }) => demoKey(id) === key)?.id ?? null;
    },
    hold: async (key) => {
      await whenIdle();
      if (key === null) delete process.env['STRIPE_SECRET_KEY'];
      else process.env['STRIPE_SECRET_KEY'] = key;
    },
  };
}

import { ACTION_KINDS, CONFIRMATION_PROPERTY } from '@stripe-payments/core';
import type { HubSpotSandbox } from '../hubspot/index.ts';
import type { KeyRing } from '../stripe/api/keys.ts';
import type { SidePart } from './account-side-parts.ts';
import { chosenPart } from './account-side-parts.ts';
import { addWriteKey, WRITE_PERMISSIONS } from './credentials.ts';

const ALL = ACTION_KINDS.join(',');

const ACTION_CHOICES = [
  { id: 'on', label: 'On, all of them' },
  { id: 'without-invoices', label: 'On without invoices' },
  { id: 'without-permission', label: 'On, but the key may not refund' },
  { id: 'off', label: 'Off: no key that writes (reload the page)' },
] as const;

type ActionChoice = (typeof ACTION_CHOICES)[number]['id'];

interface Held {
  readonly kinds: string;
  readonly writes: readonly string[] | null;
}

const HELD: Readonly<Record<ActionChoice, Held>> = {
  on: { kinds: ALL, writes: WRITE_PERMISSIONS },
  'without-invoices': { kinds: 'links,subscriptions,refunds', writes: WRITE_PERMISSIONS },
  'without-permission': {
    kinds: ALL,
    writes: WRITE_PERMISSIONS.filter((each) => each !== 'charge_write'),
  },
  off: { kinds: '', writes: null },
};

/** What the functions find, as the build and the account's secrets would give it. */
function setVariables({ kinds }: Held, key: string | null): void {
  process.env['DEMO_ACTIONS'] = kinds;
  if (key === null) delete process.env['STRIPE_WRITE_KEY'];
  else process.env['STRIPE_WRITE_KEY'] = key;
}

/** Whether actions are on in the demo, and what their key may do. */
function actionPart(keys: KeyRing, startsOn: boolean, whenIdle: () => Promise<void>): SidePart {
  let current: ActionChoice = startsOn ? 'on' : 'off';
  return chosenPart(
    { id: 'actions', title: 'Actions of the app in Stripe' },
    ACTION_CHOICES,
    () => current,
    async (choice) => {
      const held = HELD[choice];
      await whenIdle();
      setVariables(held, held.writes === null ? null : addWriteKey(keys, held.writes));
      current = choice;
    },
  );
}

/** The record page's own user. */
const ROBIN = 1;

const EDITORS = { robin: [ROBIN], all: null, none: [] } as const;

/** Who may confirm: HubSpot's right to edit one property. */
function editorPart({ users }: Pick<HubSpotSandbox, 'users'>): SidePart {
  let current: keyof typeof EDITORS = 'robin';
  return chosenPart(
    { id: 'confirmation-editors', title: `Who may edit ${CONFIRMATION_PROPERTY}` },
    [
      { id: 'robin', label: 'Robin Demo only' },
      { id: 'all', label: 'Every user' },
      { id: 'none', label: 'No user of this page' },
    ],
    () => current,
    (choice) => {
      for (const objectType of ['deals', 'contacts'] as const) {
        users.restrict(objectType, CONFIRMATION_PROPERTY, EDITORS[choice]);
      }
      current = choice;
    },
  );
}

export const actionParts = (
  {
    stripe,
    hubspot,
  }: {
    readonly stripe: { readonly keys: KeyRing };
    readonly hubspot: Pick<HubSpotSandbox, 'users'>;
  },
  startsOn: boolean,
  whenIdle: () => Promise<void>,
): readonly SidePart[] => [actionPart(stripe.keys, startsOn, whenIdle), editorPart(hubspot)];

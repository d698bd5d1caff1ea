import { useCallback } from 'react';
import type { Scene, StripeAction, StripeActionId } from '../../drawers.ts';
import {
  actAtStripe,
  advanceClock,
  readAssociations,
  readRecord,
  readScene,
} from '../api/client.ts';
import type { PropertyValues, RecordReference } from '../api/wire.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import { usePage } from '../state/page-context.ts';
import type { Loaded } from '../state/store.ts';
import { useLoaded } from '../state/store.ts';
import type { ActionLog } from './Drawer.tsx';
import { useActionLog } from './Drawer.tsx';

export const ACTION_LABELS: Readonly<Record<StripeActionId, string>> = {
  'pay-by-card': 'Pay by card',
  'pay-declined': 'Pay, card declined',
  authorize: 'Authorize only',
  capture: 'Capture',
  'cancel-authorization': 'Cancel authorization',
  'settle-fee': 'Fee arrives',
  refund: 'Refund',
  'fail-refund': 'Refund fails',
  'open-dispute': 'Open dispute',
  'open-inquiry': 'Open inquiry',
  'win-dispute': 'Win dispute',
  'lose-dispute': 'Lose dispute',
  'start-bank-debit': 'Start bank debit',
  'bank-debit-succeeds': 'Bank debit succeeds',
  'bank-debit-fails': 'Bank debit fails',
  'create-invoice': 'Send invoice, due in 14 days',
  'pay-invoice': 'Pay invoice',
  'pay-invoice-part': 'Pay a part',
  'fail-invoice-payment': 'Payment fails',
  'void-invoice': 'Void invoice',
  'start-subscription': 'Start monthly subscription',
  'renew-subscription': 'Renew',
  'cancel-at-period-end': 'Cancel at period end',
};

/** Actions of the customer or the record, which start a payment. */
export const STARTING_ACTIONS = [
  'pay-by-card',
  'pay-declined',
  'authorize',
  'start-bank-debit',
  'create-invoice',
  'start-subscription',
] as const satisfies readonly StripeActionId[];

const AMOUNT_ACTIONS: ReadonlySet<StripeActionId> = new Set([
  'capture',
  'refund',
  'open-dispute',
  'pay-invoice-part',
]);

export const takesAmount = (action: StripeActionId): boolean => AMOUNT_ACTIONS.has(action);

/** HubSpot's limit of a page of associations, which the dev server passes on. */
const MAX_CONTACTS = 100;

const EMAIL_NAMES = ['email', 'hs_additional_emails'] as const;

const listIn = (text: string | null | undefined): readonly string[] =>
  (text ?? '').split(/[\s,;]+/).filter((entry) => entry !== '');

const emailsIn = (properties: PropertyValues): readonly string[] =>
  EMAIL_NAMES.flatMap((name) => listIn(properties[name]));

async function emailsOf(
  record: RecordReference,
  properties: PropertyValues,
): Promise<readonly string[]> {
  if (record.objectType !== 'companies') return emailsIn(properties);
  const page = { limit: MAX_CONTACTS };
  const { results } = await readAssociations(record, 'contacts', EMAIL_NAMES, page);
  return results.flatMap((contact) => emailsIn(contact.properties));
}

/** Reads what is at Stripe for the record: of its linked customers, of its email addresses, by metadata. */
async function loadScene(record: RecordReference | null): Promise<Scene> {
  if (record === null) return readScene(new URLSearchParams());
  const emailNames = record.objectType === 'contacts' ? EMAIL_NAMES : [];
  const { properties } = await readRecord(record, ['stripe_customer_id', ...emailNames]);
  return readScene(
    new URLSearchParams({
      customers: listIn(properties['stripe_customer_id']).join(','),
      emails: (await emailsOf(record, properties)).join(','),
      [objectTypeFacts(record.objectType).singular]: record.id,
    }),
  );
}

export interface StripeSideState extends ActionLog {
  readonly scene: Loaded<Scene>;
  readonly act: (action: StripeAction) => void;
  readonly advance: (durationMs: number, label: string) => void;
  readonly reload: () => void;
}

export function useStripeSide(record: RecordReference | null): StripeSideState {
  const objectType = record?.objectType;
  const id = record?.id;
  const load = useCallback(
    () => loadScene(objectType === undefined || id === undefined ? null : { objectType, id }),
    [objectType, id],
  );
  const { clockAheadMs } = usePage().services;
  const [scene, reload] = useLoaded(load);
  const actions = useActionLog(reload);
  return {
    ...actions,
    scene,
    reload,
    act: (action) => {
      actions.run(actAtStripe(action));
    },
    advance: (durationMs, label) => {
      actions.run(
        advanceClock(durationMs).then(() => {
          clockAheadMs.set(clockAheadMs.get() + durationMs);
          return `The clock moved ahead by ${label}.`;
        }),
      );
    },
  };
}

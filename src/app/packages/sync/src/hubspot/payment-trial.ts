import type { Language } from '@stripe-payments/core';
import { PAYMENT_KEY, paymentPropertyInputs, PROPERTY_GROUP } from '@stripe-payments/core';
import * as z from 'zod/mini';
import type { PaymentTrial, TrialStep } from '../use-cases/setup/setup-ports.ts';
import { asSyncError, SyncError } from '../sync-error.ts';
import type { HubSpotClient } from './client.ts';
import { PATHS } from './client.ts';
import { recordShape, recordsShape } from './pages.ts';
import { TRIAL_KEY } from './payment-search.ts';

const CONTEXT = { notFound: 'not-set-up', missingProperty: 'hubspot-refused' } as const;
const PAYMENTS = PATHS.payments('hubspot-payments');
const PROPERTIES = PATHS.paymentProperties('hubspot-payments');
const PROPERTY = `${PROPERTIES}/${PAYMENT_KEY}`;
const GROUP = `${PROPERTIES}/groups`;

/** Written by an app, and HubSpot keeps it. */
const FEES = 'hs_fees_amount';

const upsertedShape = z.object({
  results: z.array(recordShape),
  errors: z.nullish(z.array(z.object({ message: z.nullish(z.string()) }))),
});
const propertyShape = z.object({ hasUniqueValue: z.nullish(z.boolean()) });

/** HubSpot does not do what payment records need: its words, at a step of the trial. */
class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly step: TrialStep,
    readonly detail: string | null,
  ) {
    super(step);
  }
}

/** A refusal of HubSpot's is what is looked for; anything else says nothing about it. */
async function atStep<T>(step: TrialStep, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isRefusal =
      error instanceof SyncError &&
      (error.code === 'hubspot-refused' || error.code === 'not-set-up');
    throw isRefusal ? new Refusal(step, error.detail ?? null) : error;
  }
}

/** How far the trial came: what is to be removed. */
interface Progress {
  property: 'none' | 'made' | 'found';
  /** True once HubSpot was asked to make the payment. */
  isPaymentAsked: boolean;
  paymentId: string | null;
}

/** A unique property for the key; one that is there already is used, and stays. */
async function makeProperty(
  client: HubSpotClient,
  language: Language,
  progress: Progress,
): Promise<void> {
  try {
    const existing = await client.ask(propertyShape, { ...CONTEXT, path: PROPERTY });
    progress.property = 'found';
    if (existing.hasUniqueValue === true) return;
    throw new Refusal('property', null);
  } catch (error) {
    if (!(error instanceof SyncError) || error.code !== 'not-set-up') throw error;
  }
  const { name, label } = PROPERTY_GROUP;
  const group = { path: GROUP, body: { name, label }, acceptedStatus: 409 } as const;
  await atStep('property', client.send({ ...CONTEXT, ...group }, z.unknown()));
  const [key] = paymentPropertyInputs(language, 'hubspot-payments').filter(
    (input) => input.name === PAYMENT_KEY,
  );
  progress.property = 'made';
  await atStep(
    'property',
    client.send(
      { ...CONTEXT, path: PROPERTIES, body: { ...key }, acceptedStatus: 409 },
      z.unknown(),
    ),
  );
}

/** By its key, which makes the payment the first time and changes it the second. */
async function upsert(
  client: HubSpotClient,
  step: TrialStep,
  properties: Readonly<Record<string, string>>,
): Promise<string> {
  const inputs = [
    {
      id: TRIAL_KEY,
      idProperty: PAYMENT_KEY,
      properties: { ...properties, [PAYMENT_KEY]: TRIAL_KEY },
    },
  ];
  const path = `${PAYMENTS}/batch/upsert`;
  const { results, errors } = await atStep(
    step,
    client.ask(upsertedShape, { ...CONTEXT, path, body: { inputs } }),
  );
  const [written] = results;
  if (written === undefined) throw new Refusal(step, errors?.[0]?.message ?? null);
  return written.id;
}

async function findPayment(client: HubSpotClient, by: { readonly id: string } | 'key') {
  const { results } = await client.ask(recordsShape, {
    ...CONTEXT,
    path: `${PAYMENTS}/batch/read`,
    body: {
      ...(by === 'key' && { idProperty: PAYMENT_KEY }),
      inputs: [by === 'key' ? { id: TRIAL_KEY } : by],
      properties: [FEES],
      propertiesWithHistory: [],
    },
  });
  return results[0];
}

const remove = (client: HubSpotClient, path: string): Promise<void> =>
  client.send({ ...CONTEXT, path, method: 'DELETE', acceptedStatus: 404 });

/** An answer that was lost is asked for again, and then the payment is there already. */
async function create(
  client: HubSpotClient,
  properties: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    return await upsert(client, 'create', properties);
  } catch (error) {
    const made = error instanceof Refusal ? await findPayment(client, 'key') : undefined;
    if (made === undefined) throw error;
    return made.id;
  }
}

/** True where it is gone, or was never made. */
async function isPaymentRemoved(client: HubSpotClient, progress: Progress): Promise<boolean> {
  if (!progress.isPaymentAsked) return true;
  try {
    progress.paymentId ??= (await findPayment(client, 'key'))?.id ?? null;
    if (progress.paymentId !== null) {
      await remove(client, `${PAYMENTS}/${progress.paymentId}`);
    }
    return true;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    // Without the scopes none was made.
    return error.code === 'hubspot-permission' && progress.paymentId === null;
  }
}

/** A property that was there before stays: other payments may have a value of it. */
async function isPropertyRemoved(client: HubSpotClient, { property }: Progress): Promise<boolean> {
  if (property !== 'made') return property === 'none';
  try {
    await remove(client, PROPERTY);
  } catch (error) {
    if (error instanceof SyncError) return false;
    throw error;
  }
  // HubSpot refuses it where other properties are in it.
  await remove(client, `${GROUP}/${PROPERTY_GROUP.name}`).catch(() => undefined);
  return true;
}

async function cleanUp(client: HubSpotClient, progress: Progress): Promise<PaymentTrial['left']> {
  const isPayment = !(await isPaymentRemoved(client, progress));
  // It is what finds the payment again.
  const isProperty = isPayment
    ? progress.property !== 'none'
    : !(await isPropertyRemoved(client, progress));
  return { isPayment, paymentId: isPayment ? progress.paymentId : null, isProperty };
}

const CHANGED = '2';

async function rehearse(
  client: HubSpotClient,
  language: Language,
  progress: Progress,
  { currency, nowMs }: { readonly currency: string; readonly nowMs: number },
): Promise<void> {
  await makeProperty(client, language, progress);
  progress.isPaymentAsked = true;
  // Left by an earlier trial.
  const left = progress.property === 'found' ? await findPayment(client, 'key') : undefined;
  if (left !== undefined) await remove(client, `${PAYMENTS}/${left.id}`);
  const id = await create(client, {
    hs_initial_amount: '1',
    hs_initiated_date: String(nowMs),
    hs_currency_code: currency,
    hs_processor_type: 'none',
    // Not succeeded: it is no revenue, and starts no workflow of a payment that is.
    hs_latest_status: 'processing',
  });
  progress.paymentId = id;
  try {
    const changed = await upsert(client, 'upsert', { [FEES]: CHANGED });
    if (changed !== id) throw new Refusal('upsert', null);
    const read = await findPayment(client, 'key');
    const isSame = read?.id === id && Number(read.properties[FEES]) === Number(CHANGED);
    if (!isSame) throw new Refusal('read', null);
  } catch (error) {
    // Another trial at the same time, or a person, removed it: HubSpot's refusal says nothing then.
    if (error instanceof Refusal && (await findPayment(client, { id })) === undefined) {
      throw new SyncError('hubspot-wrong-answer', {
        detail: 'The payment of the trial was removed by another one.',
      });
    }
    throw error;
  }
}

/** Makes one payment, changes it by its key, reads and removes it: whether HubSpot takes an app's payments. */
export async function tryPayment(
  client: HubSpotClient,
  language: Language,
  given: { readonly currency: string; readonly nowMs: number },
): Promise<PaymentTrial> {
  const progress: Progress = { property: 'none', isPaymentAsked: false, paymentId: null };
  const outcome = await rehearse(client, language, progress, given).then(
    () => ({ status: 'accepted' }) as const,
    (error: unknown) =>
      error instanceof Refusal
        ? ({ status: 'refused', step: error.step, detail: error.detail } as const)
        : ({ status: 'unclear', failure: asSyncError(error).failure } as const),
  );
  return { ...outcome, left: await cleanUp(client, progress) };
}

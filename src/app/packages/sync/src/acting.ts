import { createHmac } from 'node:crypto';
import type { ActionKind, Sign } from '@stripe-payments/core';
import { languageOf, parseActionKinds } from '@stripe-payments/core';
import { createBudget } from './http/budget.ts';
import { createTransport } from './http/transport.ts';
import { createActingRecords } from './hubspot/acting-records.ts';
import { createNotes } from './hubspot/notes.ts';
import { createRecordStore } from './hubspot/records.ts';
import { rememberSecret } from './redact.ts';
import { createSeal } from './seal.ts';
import { checkModes, createActingWrites } from './stripe/acting.ts';
import { createActingReads } from './stripe/acting-reads.ts';
import { kindOfKey } from './stripe/client.ts';
import { createWriteProbe } from './stripe/write-probe.ts';
import { createPaymentSource } from './stripe/payment-source.ts';
import { SyncError } from './sync-error.ts';
import type { ActingPorts, TryWrite } from './use-cases/acting/acting-ports.ts';
import { readRecord } from './use-cases/read-record.ts';
import type { Environment, Runtime, WarmMemory } from './wire.ts';
import { TIME_LIMITS } from './time-limits.ts';
import { hubSpotWithin, requiredKey, requiredToken, stripeOver, wirePorts } from './wire.ts';

export type { ActingPorts } from './use-cases/acting/acting-ports.ts';
export { checkAction, kindOfRequest, kindsOfChange } from './use-cases/acting/confirmed.ts';
export { checkPermission, permissionOfRequest } from './use-cases/acting/key-permission.ts';
export { confirmRequest } from './use-cases/acting/make-request.ts';
export { confirmChange, prepareChange } from './use-cases/acting/manage-billing.ts';
export { couponsOf } from './use-cases/acting/coupon-choices.ts';
export { requestOverview } from './use-cases/acting/overview.ts';
export { requestBasis } from './use-cases/acting/request-basis.ts';
export { prepareRequest } from './use-cases/acting/planned-request.ts';
export { checkActions, rehearse } from './use-cases/acting/rehearsal.ts';

const PURPOSE = 'stripe-payments actions v1';

/** By a key that is derived from the one for writing, so that there is no other secret to keep. */
function signerOf(writeKey: string): Sign {
  const key = createHmac('sha256', writeKey).update(PURPOSE).digest();
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}

/** @throws {SyncError} `actions-off`, `write-key-wrong-kind` */
function requiredWriteKey(environment: Environment) {
  const secretKey = environment['STRIPE_WRITE_KEY']?.trim() ?? '';
  rememberSecret(secretKey);
  if (secretKey === '') throw new SyncError('actions-off');
  const kind = kindOfKey(secretKey);
  if (kind === undefined) throw new SyncError('write-key-wrong-kind');
  return { secretKey, ...kind };
}

/** @throws {SyncError} `actions-off` where none is on. */
function requiredKinds(environment: Environment): readonly ActionKind[] {
  const kinds = parseActionKinds(environment['ACTIONS'] ?? '') ?? [];
  if (kinds.length === 0) throw new SyncError('actions-off');
  return kinds;
}

/** Of the time for reading: less is too little for another page of a list. */
const KEPT_FOR_A_PAGE_MS = 3_000;

/** What is kept of the budget for what is done: reading may not use it up. */
const KEPT_FOR_ACTING_MS = 6_000;

/**
 * The ports of one action. What is read is read with the key for reading, payment links aside; what is done is
 * done with the key for writing.
 * @throws {SyncError} where a key or the token is missing, of the wrong kind, or of another mode.
 */
export function wireActing(runtime: Runtime, warm: WarmMemory): ActingPorts {
  const { environment, clock, random, stripeRequests: sent = { count: 0 } } = runtime;
  const limits = { ...TIME_LIMITS, ...runtime.limits };
  const kinds = requiredKinds(environment);
  const writeKey = requiredWriteKey(environment);
  const readKey = requiredKey(environment);
  checkModes(readKey.mode, writeKey.mode);
  const budget = createBudget(limits.budgetMs, runtime.elapsedMs, runtime.ended);
  const readBudget = budget.endingEarlierBy(KEPT_FOR_ACTING_MS);
  const rateLimit = warm.stripeRateLimits[readKey.mode];
  const { stripeAttemptMs: attemptMs } = limits;
  const over = (key: { secretKey: string; mode: 'live' | 'test' }, within: typeof budget) =>
    stripeOver(
      runtime,
      key,
      createTransport({ budget: within, rateLimit, random, sent, attemptMs }),
    );
  const stripe = over(readKey, readBudget);
  const lookups = over(readKey, budget);
  const writing = over(writeKey, budget);
  const hubSpot = hubSpotWithin(runtime, warm, requiredToken(environment));
  const tries = { attemptMs: limits.hubSpotAttemptMs };
  const reading = hubSpot(readBudget, tries);
  const source = createPaymentSource({
    stripe,
    bestEffort: stripe,
    mode: readKey.mode,
    account: warm.stripeAccount,
    nowMs: () => clock.nowMs(),
    sent,
    gather: () => Promise.resolve(),
  });
  const store = createRecordStore({
    reading,
    writing: reading,
    readingAccount: reading,
    account: warm.crmAccount,
  });
  const budgetMs = limits.budgetMs - KEPT_FOR_ACTING_MS;
  const ofRecords = { ...runtime.limits, budgetMs, keptForWritingMs: 0 };
  const records = wirePorts({ ...runtime, limits: ofRecords }, warm);
  return {
    kinds,
    stripe: source,
    view: async (record, stored) => {
      const asRead = { stored, sinceMs: clock.nowMs() };
      return (await readRecord(records, record, asRead, undefined)).view;
    },
    // After a lost answer they look up what was done, when the time for reading is over.
    reads: createActingReads(
      lookups,
      writing,
      () => readBudget.remainingMs() > KEPT_FOR_A_PAGE_MS,
      () => clock.nowMs(),
    ),
    writes: createActingWrites(writing),
    tryWrite: createWriteProbe(writing, writeKey.kind === 'full'),
    crm: { ...store, ...createActingRecords(reading, hubSpot(budget, tries)) },
    notes: createNotes(hubSpot(budget, tries)),
    language: languageOf(environment['ACCOUNT_LANGUAGE']),
    clock,
    seal: createSeal(readKey.secretKey),
    sign: signerOf(writeKey.secretKey),
  };
}

/**
 * What tells whether the key may do what is on; of no record.
 * @throws {SyncError} as `wireActing`
 */
export function wireActionsCheck(
  runtime: Runtime,
  warm: WarmMemory,
): { readonly kinds: readonly ActionKind[]; readonly tryWrite: TryWrite } {
  const { environment, random, stripeRequests: sent = { count: 0 } } = runtime;
  const { budgetMs, probeAttemptMs: attemptMs } = { ...TIME_LIMITS, ...runtime.limits };
  const kinds = requiredKinds(environment);
  const key = requiredWriteKey(environment);
  checkModes(requiredKey(environment).mode, key.mode);
  const budget = createBudget(budgetMs, runtime.elapsedMs, runtime.ended);
  const rateLimit = warm.stripeRateLimits[key.mode];
  const transport = createTransport({ budget, rateLimit, random, sent, attemptMs });
  const tryWrite = createWriteProbe(stripeOver(runtime, key, transport), key.kind === 'full');
  return { kinds, tryWrite };
}

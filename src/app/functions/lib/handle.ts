import type { Language, Reply, StoredTexts } from '@stripe-payments/core';
import { failureMessage, languageOf, functionTextsIn } from '@stripe-payments/core';
import type { Ports, Runtime } from '@stripe-payments/sync';
import { asSyncError, createWarmMemory, redact, SyncError, wirePorts } from '@stripe-payments/sync';
import type { SetupPorts } from '@stripe-payments/sync/setup';
import { wireSetup } from '@stripe-payments/sync/setup';
import type { ZodMiniType } from 'zod/mini';
import type { FunctionRequest } from './request.ts';
import { parsePageRequest, parseRequest } from './request.ts';

export type Main<T extends object> = (context: unknown) => Promise<Reply<T>>;

/** The deadline for a reply: after it the platform would throw at the card. */
const DEADLINE_MS = 13_800;

export const warm = createWarmMemory();

export function productionRuntime(ended: AbortSignal) {
  return {
    ended,
    stripeRequests: { count: 0 },
    // The build puts these here: HubSpot gives a function no variables but its secrets.
    environment: {
      ...process.env,
      ACCOUNT_LANGUAGE: process.env['ACCOUNT_LANGUAGE'],
      CUSTOMER_SEARCH: process.env['CUSTOMER_SEARCH'],
      WEBHOOK: process.env['WEBHOOK'],
      WORKFLOW_ACTION: process.env['WORKFLOW_ACTION'],
      METADATA_KEYS: process.env['METADATA_KEYS'],
      // In `npm run dev` and in tests they are chosen while it runs; HubSpot gives it no such variable.
      ACTIONS: process.env['DEMO_ACTIONS'] ?? process.env['ACTIONS'],
    },
    clock: { nowMs: () => Date.now() },
    elapsedMs: () => performance.now(),
    random: () => Math.random(),
  } satisfies Runtime;
}

export async function withinDeadline<T>(work: Promise<T>, deadlineMs = DEADLINE_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new SyncError('timeout'));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** One line for the function's log: what happened, how long it took and what it cost, without anyone's data. */
export function logLine(
  uid: string,
  startedMs: number,
  stripeCalls: number,
  failure?: SyncError,
): void {
  const elapsedMs = Math.round(performance.now() - startedMs);
  const { code, requestId, cause } = failure ?? {};
  // The class tells the kind of fault; the message of a foreign error could hold anything.
  const causedBy = cause instanceof Error ? cause.name : undefined;
  const outcome = code ?? 'ok';
  const line = JSON.stringify({ uid, outcome, elapsedMs, stripeCalls, requestId, causedBy });
  console.log(redact(line));
}

/** In `npm run dev` only: a message and a stack may hold anything, and a log of HubSpot's keeps them. */
function printUnexpected({ code, cause }: SyncError): void {
  if (code !== 'unexpected' || process.env['PRINT_ERRORS'] !== 'yes') return;
  console.error(redact(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)));
}

/** Runs within the deadline, logs one line, and rejects never. What still goes on then is ended. */
export function replying<T extends object>(
  uid: string,
  answer: (context: unknown, runtime: Runtime) => Promise<T>,
  textsIn: (language: Language) => StoredTexts = functionTextsIn,
): Main<T> {
  return async (context) => {
    const startedMs = performance.now();
    const invocation = new AbortController();
    const runtime = productionRuntime(invocation.signal);
    const { stripeRequests } = runtime;
    try {
      const outcome = await withinDeadline(answer(context, runtime));
      logLine(uid, startedMs, stripeRequests.count);
      return { ok: true, ...outcome };
    } catch (error) {
      const failure = asSyncError(error);
      logLine(uid, startedMs, stripeRequests.count, failure);
      printUnexpected(failure);
      const texts = textsIn(languageOf(process.env['ACCOUNT_LANGUAGE']));
      const { message, nextStep } = failureMessage(failure.failure, texts);
      return {
        ok: false,
        error: { ...failure.failure, message, ...(nextStep === undefined ? {} : { nextStep }) },
      };
    } finally {
      invocation.abort();
    }
  };
}

/** Makes the `main` of a function that a card calls for the record being viewed. */
export function createMain<P, T extends object>(
  uid: string,
  parametersSchema: ZodMiniType<P>,
  run: (ports: Ports, request: FunctionRequest<P>) => Promise<T>,
): Main<T> {
  return replying(uid, async (context, runtime) => {
    const request = parseRequest(context, parametersSchema);
    return run(wirePorts(runtime, warm), request);
  });
}

/** Makes the `main` of a function that the app page calls for a record that the user picked there. */
export function createPageMain<P, T extends object>(
  uid: string,
  parametersSchema: ZodMiniType<P>,
  run: (ports: Ports, parameters: P) => Promise<T>,
  limits: Runtime['limits'] = {},
): Main<T> {
  return replying(uid, async (context, runtime) => {
    const parameters = parsePageRequest(context, parametersSchema);
    return run(wirePorts({ ...runtime, limits }, warm), parameters);
  });
}

/** Makes the `main` of a function that the app page calls for the whole account. */
export function createSetupMain<P, T extends object>(
  uid: string,
  parametersSchema: ZodMiniType<P>,
  run: (ports: SetupPorts, parameters: P) => Promise<T>,
): Main<T> {
  return replying(uid, async (context, runtime) => {
    const parameters = parsePageRequest(context, parametersSchema);
    return run(wireSetup(runtime, warm), parameters);
  });
}

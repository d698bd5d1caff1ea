import type { Language } from '@stripe-payments/core';
import { actingErrorsIn, functionTextsIn } from '@stripe-payments/core';
import type { ActingPorts } from '@stripe-payments/sync/acting';
import { wireActing } from '@stripe-payments/sync/acting';
import type { Runtime } from '@stripe-payments/sync';
import type { ZodMiniType } from 'zod/mini';
import type { Main } from './handle.ts';
import { replying, warm } from './handle.ts';
import type { FunctionRequest } from './request.ts';
import { parseRequest } from './request.ts';

/** The texts of failures, those of actions first. */
function actingTextsIn(language: Language) {
  const texts = functionTextsIn(language);
  return { ...texts, errors: { ...texts.errors, ...actingErrorsIn(language) } };
}

/**
 * Makes the `main` of a function that acts at Stripe for the record being viewed.
 * @param withoutRecord answers what the app page asks; undefined for anything else.
 */
export function createActingMain<P, T extends object>(
  uid: string,
  parametersSchema: ZodMiniType<P>,
  run: (ports: ActingPorts, request: FunctionRequest<P>) => Promise<T>,
  withoutRecord: (context: unknown, runtime: Runtime) => Promise<T> | undefined = () => undefined,
): Main<T> {
  return replying(
    uid,
    async (context, runtime) => {
      const answer = withoutRecord(context, runtime);
      if (answer !== undefined) return answer;
      const request = parseRequest(context, parametersSchema);
      return run(wireActing(runtime, warm), request);
    },
    actingTextsIn,
  );
}

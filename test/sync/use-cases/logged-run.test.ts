import type { Ports } from '../../../src/app/packages/sync/src/ports.ts';
import { expect, test } from 'vitest';
import { loggedStep } from '../../../src/app/packages/sync/src/use-cases/refresh/logged-run.ts';
import { fakePorts, stored } from '../fake-ports.ts';

type Written = Awaited<ReturnType<Ports['runLog']['save']>>;

/** What the steps of a run of eleven deals say of the log, where each write becomes of it what is given. */
async function saidOf(writes: readonly Written[]): Promise<readonly Written[]> {
  const left = [...writes];
  const which = Array.from({ length: 11 }, (_, index) => String(index + 1));
  const list = { objectType: 'deal' as const, which, where: {}, syncedBeforeMs: null };
  const said: Written[] = [];
  let continuation: string | null | undefined;
  while (continuation !== null) {
    const ports = {
      ...fakePorts({
        // No second round fits into a call.
        remainingMs: Array.from({ length: 500 }, () => 4_000),
        stored: { ...stored, stripe_customer_id: null },
      }),
      runLog: {
        save: () => Promise.resolve(left.shift() ?? 'saved'),
        catchUps: () => Promise.resolve([]),
      },
    };
    const going = continuation === undefined ? {} : { continuation };
    const step = await loggedStep(ports, { list, startedMs: 1, ...going }, 'terminal');
    said.push(step.runLog);
    ({ continuation } = step);
  }
  return said;
}

test('a write without an answer is a failure only where an earlier step was written', async () => {
  expect(await saidOf(['saved', 'unknown'])).toEqual(['saved', 'failed']);
  expect(await saidOf(['unknown', 'unknown'])).toEqual(['unknown', 'unknown']);
  expect(await saidOf(['off'])).toEqual(['off', 'off']);
});

import type { AppliedPart, Reply, SetupStepId } from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import type { SetupPorts } from '@stripe-payments/sync/setup';
import { applySetup } from '@stripe-payments/sync/setup';

/** Does some steps as the app's function does them, with the same replies. */
export async function applyPart(
  ports: SetupPorts,
  steps: readonly SetupStepId[],
): Promise<Reply<AppliedPart>> {
  try {
    const applied = await applySetup(ports, { action: 'apply', steps });
    if (applied.action !== 'apply') throw new SyncError('unexpected');
    return { ok: true, ...applied };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return { ok: false, error: error.toReplyError() };
  }
}

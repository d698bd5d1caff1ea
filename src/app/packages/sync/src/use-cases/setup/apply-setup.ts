import type { ApplySetupParameters } from '@stripe-payments/core';
import { REMOVAL_CONFIRMATION } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { AppliedSteps } from './apply-steps.ts';
import { applySteps } from './apply-steps.ts';
import type { RemovedProperties } from './remove-properties.ts';
import { removeProperties } from './remove-properties.ts';
import type { SetupPorts } from './setup-ports.ts';

export type AppliedSetup =
  | ({ readonly action: 'apply' } & AppliedSteps)
  | ({ readonly action: 'remove' } & RemovedProperties);

/**
 * Creates and changes what was approved, or archives the app's properties.
 * @throws {SyncError} `removal-not-confirmed`; and where HubSpot cannot be reached or refuses the app.
 */
export async function applySetup(
  ports: Pick<SetupPorts, 'schema'>,
  parameters: ApplySetupParameters,
): Promise<AppliedSetup> {
  switch (parameters.action) {
    case 'apply':
      return { action: 'apply', ...(await applySteps(ports, parameters.steps)) };
    case 'remove':
      if (parameters.confirmation.trim() !== REMOVAL_CONFIRMATION) {
        throw new SyncError('removal-not-confirmed');
      }
      return { action: 'remove', ...(await removeProperties(ports)) };
  }
}

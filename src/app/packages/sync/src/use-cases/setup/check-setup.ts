import type { ObjectProperties, SetupReport } from '@stripe-payments/core';
import { OBJECT_TYPES, propertyStates } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import { checkCrm } from './check-crm.ts';
import { checkStripe } from './check-stripe.ts';
import { tryRead } from './failures.ts';
import type { PropertySchema, SetupPorts } from './setup-ports.ts';

const readProperties = async (
  schema: PropertySchema,
): Promise<{ readonly objects: readonly ObjectProperties[] }> => ({
  objects: await Promise.all(
    OBJECT_TYPES.map(async (objectType) => ({
      objectType,
      states: propertyStates(await schema.read(objectType), schema.language, objectType),
    })),
  ),
});

/** Checks everything that a sync needs, and changes nothing. */
export async function checkSetup(ports: SetupPorts): Promise<SetupReport> {
  const { stripe, crm, schema, clock } = ports;
  const mode = stripe instanceof SyncError ? null : stripe.mode;
  const reading = tryRead('hubspot', readProperties(schema));
  const objects = reading.then((read) => (read.isReadable ? read.objects : []));
  const [stripeKey, crmCheck, properties] = await Promise.all([
    checkStripe(stripe),
    checkCrm(crm, objects, mode),
    reading,
  ]);
  return { asOfMs: clock.nowMs(), stripeKey, crm: crmCheck, properties };
}

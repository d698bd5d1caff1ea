import type { ObjectProperties, PaymentObjectCheck, SetupReport } from '@stripe-payments/core';
import { OBJECT_TYPES } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import { checkCrm } from './check-crm.ts';
import { checkStripe } from './check-stripe.ts';
import { statesOf } from './apply-to-object.ts';
import { tryRead } from './failures.ts';
import type { PaymentObject, PropertySchema, SetupPorts } from './setup-ports.ts';

const readProperties = async (
  schema: PropertySchema,
): Promise<{ readonly objects: readonly ObjectProperties[] }> => ({
  objects: await Promise.all(
    OBJECT_TYPES.map(async (objectType) => ({
      objectType,
      states: statesOf(schema, objectType, await schema.read(objectType)),
    })),
  ),
});

const NOTHING_MISSING = { missingProperties: 0, missingAssociations: 0 };

function paymentObjectCheck(object: PaymentObject): PaymentObjectCheck {
  const limits = { recordLimit: object.limits.records };
  switch (object.status) {
    case 'absent':
      return { status: 'off', records: null, ...NOTHING_MISSING, ...limits };
    case 'archived':
      return { status: 'archived', records: null, ...NOTHING_MISSING, ...limits };
    case 'of-others':
      return { status: 'foreign', records: null, ...NOTHING_MISSING, ...limits };
    case 'present': {
      const missingProperties = object.missingProperties.length;
      const missingAssociations = object.missingAssociations.length;
      const status = missingProperties + missingAssociations === 0 ? 'on' : 'incomplete';
      return { status, records: object.records, missingProperties, missingAssociations, ...limits };
    }
  }
}

/** Where HubSpot's Payments are used, the custom object is what may be left. */
async function checkPayments({
  paymentObject,
  hubSpotPayments,
}: SetupPorts): Promise<PaymentObjectCheck> {
  const payments = await hubSpotPayments.read();
  if (payments.status !== 'on') {
    const unusedRecords = payments.status === 'off' ? payments.records : 0;
    const check = paymentObjectCheck(await paymentObject.read());
    return { ...check, kind: 'custom-object', unusedRecords };
  }
  const object = await tryRead('hubspot', paymentObject.read());
  const missingProperties = payments.missingProperties.length;
  return {
    status: missingProperties === 0 ? 'on' : 'incomplete',
    records: payments.records,
    ...NOTHING_MISSING,
    missingProperties,
    recordLimit: null,
    kind: 'hubspot-payments',
    unusedRecords: object.isReadable && object.status === 'present' ? object.records : 0,
  };
}

/** Checks everything that a sync needs, and changes nothing. */
export async function checkSetup(ports: SetupPorts): Promise<SetupReport> {
  const { stripe, crm, schema, clock } = ports;
  const mode = stripe instanceof SyncError ? null : stripe.mode;
  const reading = tryRead('hubspot', readProperties(schema));
  const objects = reading.then((read) => (read.isReadable ? read.objects : []));
  const [stripeKey, crmCheck, properties, paymentRecords] = await Promise.all([
    checkStripe(stripe),
    checkCrm(crm, objects, mode),
    reading,
    tryRead('hubspot', checkPayments(ports)),
  ]);
  const { actions } = ports;
  return { asOfMs: clock.nowMs(), stripeKey, crm: crmCheck, properties, paymentRecords, actions };
}

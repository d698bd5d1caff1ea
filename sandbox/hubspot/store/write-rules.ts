import { validationError } from '../model/api-error.ts';
import type { BehaviorSwitches } from '../model/behavior.ts';
import type { CrmRecord, ObjectTypeName } from '../model/entities.ts';
import { isCustomType } from '../model/object-types.ts';
import type { RawWrite } from './check-writes.ts';
import { currentValue } from './record-values.ts';

const PAYMENTS = 'commerce_payments';

/** What an app's own record is created with. */
const REQUIRED: Partial<Record<ObjectTypeName, readonly string[]>> = {
  commerce_payments: ['hs_initial_amount', 'hs_initiated_date'],
  notes: ['hs_timestamp'],
};

/** Of a payment that there is, these are as they were given with it. Not documented: the strict reading. */
const FIXED_ON_PAYMENTS = ['hs_initiated_date', 'hs_currency_code', 'hs_processor_type'];

const AMOUNTS_OF_PAYMENTS = ['hs_initial_amount', 'hs_fees_amount', 'hs_refunds_amount'];

function checkPaymentValues({ id, properties }: RawWrite): void {
  const fixed = id === undefined ? [] : FIXED_ON_PAYMENTS.filter((name) => name in properties);
  if (fixed.length > 0) {
    throw validationError(`Can not be changed on a payment: ${fixed.join(', ')}`);
  }
  const negative = AMOUNTS_OF_PAYMENTS.filter((name) => Number(properties[name] ?? '0') < 0);
  if (negative.length > 0) throw validationError(`Can not be negative: ${negative.join(', ')}`);
  const email = properties['hs_customer_email'] ?? '';
  if (email !== '' && !email.includes('@')) {
    throw validationError(`hs_customer_email is not an email address: ${email}`);
  }
}

interface WriteRuleParts {
  readonly behavior: BehaviorSwitches;
  readonly requiredOf: (objectType: ObjectTypeName) => readonly string[];
  readonly findObject: (objectType: ObjectTypeName, id: string) => CrmRecord | undefined;
  readonly countCustomRecords: () => number;
}

/** What HubSpot refuses an app beyond the values themselves. */
export interface WriteRules {
  required(objectType: ObjectTypeName): readonly string[];
  /** @throws a 400 where one of the writes is not the app's to make. */
  check(objectType: ObjectTypeName, writes: readonly RawWrite[]): void;
  readonly checkRemoval: (objectType: ObjectTypeName, id: string) => void;
}

export function createWriteRules(parts: WriteRuleParts): WriteRules {
  const refusePayment = (): Error =>
    validationError('Payments that HubSpot processed can not be created or modified');
  const isOwnPayment = (id: string): boolean => {
    const found = parts.findObject(PAYMENTS, id);
    return found === undefined || currentValue(found, 'hs_processor_type') === 'none';
  };
  const checkPayments = (writes: readonly RawWrite[]): void => {
    for (const { id, properties } of writes) {
      const processor = properties['hs_processor_type'];
      const isOwn =
        id === undefined
          ? parts.behavior.current.paymentCreation === 'accepted' && processor === 'none'
          : isOwnPayment(id);
      if (!isOwn) throw refusePayment();
      checkPaymentValues({ id, properties });
    }
  };
  const checkPrices = (writes: readonly RawWrite[]): void => {
    if (!writes.some(({ properties }) => properties['price']?.trim().startsWith('-'))) return;
    throw validationError('The price of a line item cannot be negative');
  };
  const checkRoom = (created: number): void => {
    const { customRecordLimit } = parts.behavior.current;
    if (created === 0 || parts.countCustomRecords() + created <= customRecordLimit) return;
    throw validationError(
      `The limit of ${String(customRecordLimit)} records of custom objects has been reached`,
    );
  };
  return {
    required: (objectType) => REQUIRED[objectType] ?? parts.requiredOf(objectType),
    check(objectType, writes) {
      if (objectType === PAYMENTS) checkPayments(writes);
      if (objectType === 'line_items') checkPrices(writes);
      if (isCustomType(objectType)) checkRoom(writes.filter(({ id }) => id === undefined).length);
    },
    checkRemoval(objectType, id) {
      if (objectType === PAYMENTS && !isOwnPayment(id)) throw refusePayment();
    },
  };
}

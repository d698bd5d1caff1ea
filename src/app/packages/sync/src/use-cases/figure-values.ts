import type { PropertyValues, RecordView } from '@stripe-payments/core';
import { propertyValues, valueTextsIn } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';

/**
 * The property values of a view, its days as the account counts them: in UTC only where the token may
 * not read the account.
 * @throws {SyncError} where the account could not be read: a date could be that of another day.
 */
export async function valuesOf(
  { accountLanguage, crm }: Ports,
  { summary, mode, asOfMs }: Pick<RecordView, 'summary' | 'mode' | 'asOfMs'>,
): Promise<PropertyValues> {
  const timeZone = (await crm.accountFacts())?.timeZone ?? 'UTC';
  return propertyValues(summary, { mode, asOfMs, timeZone }, valueTextsIn(accountLanguage));
}

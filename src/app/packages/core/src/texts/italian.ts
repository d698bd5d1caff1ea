import type { english } from './english.ts';
import { billing } from './italian/billing.ts';
import { declines, disputeReasons } from './italian/declines.ts';
import { missing } from './italian/errors.ts';
import { links, reasons } from './italian/matching.ts';
import * as payments from './italian/payments.ts';
import { amountsByCurrency, options, properties, propertyGroup } from './italian/properties.ts';

/** What records and cards say in Italian; the same texts as in English. */
export const italian: typeof english = {
  properties,
  propertyGroup,
  options,
  amountsByCurrency,
  declines,
  missing,
  reasons,
  card: { ...payments, disputeReasons, links, billing },
};

import { billing } from './english/billing.ts';
import { declines, disputeReasons } from './english/declines.ts';
import { missing } from './english/errors.ts';
import { links, reasons } from './english/matching.ts';
import { chargeStatus, feeKinds, methods } from './english/payment-names.ts';
import {
  fees,
  figures,
  header,
  longText,
  notes,
  payments,
  records,
  states,
  sync,
} from './english/payments.ts';
import { next, sidebar } from './english/sidebar.ts';
import { amountsByCurrency, options, properties, propertyGroup } from './english/properties.ts';

/** What records and cards say in English; errors are added per account. */
export const english = {
  properties,
  propertyGroup,
  options,
  amountsByCurrency,
  declines,
  missing,
  reasons,
  card: {
    records,
    chargeStatus,
    feeKinds,
    methods,
    longText,
    header,
    next,
    sync,
    figures,
    fees,
    payments,
    notes,
    states,
    sidebar,
    disputeReasons,
    links,
    billing,
  },
};

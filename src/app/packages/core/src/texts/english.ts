import { billing } from './english/billing.ts';
import { common } from './english/common.ts';
import { missing } from './english/errors.ts';
import { links, reasons } from './english/matching.ts';
import { chargeStatus, feeKinds, methods } from './english/payment-names.ts';
import {
  changes,
  fees,
  figures,
  header,
  longText,
  notes,
  payments,
  records,
  recordStates,
  states,
  sync,
} from './english/payments.ts';
import { next } from './english/sidebar.ts';
import { amountsByCurrency, options, propertyGroup, quotedLabels } from './english/properties.ts';
import { merged } from './merged.ts';

/** What is stored in HubSpot or said about a failure in English; errors are added per account. */
export const englishStored = {
  quotedLabels,
  propertyGroup,
  options,
  amountsByCurrency,
  missing,
};

/** What cards and the app page both say. */
export const englishShared = { card: { longText, states, sync: changes } };

/** What the card that acts says besides its own texts. */
export const englishCommon = { card: { longText, states, sync: changes, common } };

/** What the sidebar says besides its own texts: figures and next steps. */
export const englishFigures = {
  card: {
    longText,
    states,
    sync: /* @__PURE__ */ merged(changes, sync),
    header,
    next,
    figures,
    common,
  },
};

/** What the payments card says. */
export const english = {
  reasons,
  card: {
    longText,
    states: /* @__PURE__ */ merged(states, recordStates),
    sync: /* @__PURE__ */ merged(changes, sync),
    records,
    chargeStatus,
    feeKinds,
    methods,
    header,
    next,
    figures,
    fees,
    payments,
    notes,
    links,
    billing,
    common,
  },
};

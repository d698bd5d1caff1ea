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
import { bulk } from './english/runs.ts';
import { next } from './english/sidebar.ts';
import { amountsByCurrency, options, propertyGroup } from './english/properties.ts';
import { merged } from './merged.ts';

/** What every surface says: of a failure; the errors are added for an account. */
export const englishBase = { missing };

/** What is stored in HubSpot. */
export const englishStored = { propertyGroup, options, amountsByCurrency };

/** What cards and the app page both say. */
export const englishShared = { card: { longText, states, sync: changes } };

/** What the bulk action says. */
export const englishBulk = { card: { longText, states, sync: changes }, bulk };

/** What the card that acts says besides its own texts. */
export const englishCommon = { card: { longText, states, sync: changes, common } };

/** What the sidebar says besides its own texts: figures and next steps. */
export const englishFigures = {
  options,
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
  options,
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

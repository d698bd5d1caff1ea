import type {
  english,
  englishBase,
  englishBulk,
  englishCommon,
  englishFigures,
  englishShared,
  englishStored,
} from './english.ts';
import { billing } from './italian/billing.ts';
import { common } from './italian/common.ts';
import { missing } from './italian/errors.ts';
import { links, reasons } from './italian/matching.ts';
import { chargeStatus, feeKinds, methods } from './italian/payment-names.ts';
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
} from './italian/payments.ts';
import { bulk } from './italian/runs.ts';
import { next } from './italian/sidebar.ts';
import { amountsByCurrency, options, propertyGroup } from './italian/properties.ts';
import { merged } from './merged.ts';

/** The same texts as in English. */
export const italianBase: typeof englishBase = { missing };

/** The same texts as in English. */
export const italianStored: typeof englishStored = { propertyGroup, options, amountsByCurrency };

/** The same texts as in English. */
export const italianShared: typeof englishShared = { card: { longText, states, sync: changes } };

/** The same texts as in English. */
export const italianBulk: typeof englishBulk = {
  card: { longText, states, sync: changes },
  bulk,
};

/** The same texts as in English. */
export const italianCommon: typeof englishCommon = {
  card: { longText, states, sync: changes, common },
};

/** The same texts as in English. */
export const italianFigures: typeof englishFigures = {
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

/** The same texts as in English. */
export const italian: typeof english = {
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

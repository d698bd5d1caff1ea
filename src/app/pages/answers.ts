import { isObject } from '@stripe-payments/core';

/** Says of a part of an answer whether it can be printed. */
type Check = (part: unknown) => boolean;

const text: Check = (part) => typeof part === 'string';
const number: Check = (part) => typeof part === 'number';
const truth: Check = (part) => typeof part === 'boolean';

const orNull =
  (check: Check): Check =>
  (part) =>
    part === null || check(part);

const list =
  (check: Check): Check =>
  (part) =>
    Array.isArray(part) && part.every(check);

const parts =
  (checks: Readonly<Record<string, Check>>): Check =>
  (part) =>
    isObject(part) && Object.entries(checks).every(([name, check]) => check(part[name]));

const error = parts({ code: text });

const looked =
  (check: Check): Check =>
  (part) =>
    isObject(part) && (part['isReadable'] === true ? check(part) : error(part['error']));

const account = parts({
  id: text,
  name: orNull(text),
  country: orNull(text),
  chargesEnabled: truth,
  payoutsEnabled: truth,
  detailsSubmitted: truth,
  requirements: orNull(
    parts({
      currentlyDue: list(text),
      pastDue: list(text),
      eventuallyDue: list(text),
      pendingVerification: list(text),
      deadlineSeconds: orNull(number),
      disabledReason: orNull(text),
      errors: list(text),
    }),
  ),
});

const usableKey = parts({
  mode: text,
  kind: text,
  permissions: list(parts({ permission: text, status: text })),
  account: looked(account),
  settlementCurrencies: looked(parts({ codes: list(text) })),
});

const stripeKey: Check = (part) =>
  isObject(part) && (part['status'] === 'usable' ? usableKey(part) : error(part['error']));

const crm = parts({
  scopes: list(parts({ name: text, status: text })),
  account: looked(
    parts({
      portalId: number,
      accountType: text,
      timeZone: text,
      currency: text,
      additionalCurrencies: list(text),
    }),
  ),
  records: looked(
    parts({ counts: list(parts({ objectType: text, synced: number, ofOtherMode: number })) }),
  ),
});

const difference: Check = (part) =>
  isObject(part) &&
  (part['field'] === 'options'
    ? parts({
        missing: list(parts({ label: text })),
        relabelled: list(parts({ from: text, to: text })),
      })(part)
    : parts({ field: text })(part));

/** Those of which the page prints in what they differ. */
const COMPARED: ReadonlySet<unknown> = new Set(['different', 'archived', 'foreign']);

const state: Check = (part) =>
  isObject(part) &&
  parts({ name: text, status: text })(part) &&
  (!COMPARED.has(part['status']) || list(difference)(part['differences']));

const properties = parts({ objects: list(parts({ objectType: text, states: list(state) })) });

const failed = list(parts({ objectType: text, name: text, error }));

/** Kinds and names in them may be of a newer function: those are printed as they come. */
export const isReport = parts({
  report: parts({
    asOfMs: number,
    stripeKey,
    crm: looked(crm),
    properties: looked(properties),
  }),
});

export const isApplied = parts({ done: list(text), left: list(text), failed });

export const isRemoved = parts({
  removed: list(parts({ objectType: text, name: text })),
  failed,
});

export const isPreview = parts({
  changes: list(parts({ name: text, from: text, to: text })),
  view: parts({
    summary: isObject,
    continuation: orNull(text),
    coverage: orNull(parts({ contactsCovered: number, contactsTotal: number })),
  }),
});

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** How many characters follow the underscore in Stripe's own ids. */
const LENGTH_AFTER_UNDERSCORE = {
  acct_1: 16,
  plink_1: 24,
  ba_1: 24,
  cbtxn_1: 24,
  ch_3: 24,
  cn_1: 24,
  cnli_1: 24,
  cs_live_a1: 63,
  cs_test_a1: 63,
  cus_: 14,
  di_1: 24,
  du_1: 24,
  evt_1: 24,
  we_1: 24,
  ii_1: 24,
  il_1: 24,
  in_1: 24,
  inpay_1: 24,
  li_1: 24,
  pi_3: 24,
  pm_1: 24,
  po_1: 24,
  price_1: 24,
  prod_: 14,
  promo_1: 24,
  py_3: 24,
  pyr_1: 24,
  re_3: 24,
  req_: 14,
  seti_1: 24,
  si_: 14,
  sub_1: 24,
  sub_sched_1: 24,
  txn_1: 24,
  txn_3: 24,
} as const;

type IdPrefix = keyof typeof LENGTH_AFTER_UNDERSCORE;

export interface IdMaker {
  next(prefix: IdPrefix): string;
  text(length: number): string;
}

/** mulberry32: a small generator that gives the same ids for the same seed on every machine. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export function createIdMaker(seed: number): IdMaker {
  const random = createRandom(seed);
  const text = (length: number): string => {
    let made = '';
    while (made.length < length) made += ALPHABET.charAt(random() % ALPHABET.length);
    return made;
  };
  return {
    text,
    next(prefix) {
      const given = prefix.length - prefix.indexOf('_') - 1;
      return prefix + text(LENGTH_AFTER_UNDERSCORE[prefix] - given);
    },
  };
}

/** Marks everything that a run creates, so that a later one finds what is left of it. */
export const MARK = { created_by: 'contract-check' } as const;

/** One product for all runs: Stripe deletes none that was ever sold. */
export const PRODUCT_ID = 'contract-check-product';

/** Minor units of the account's currency: enough for every payment to be taken, in any of them. */
export const AMOUNT = 20_000;

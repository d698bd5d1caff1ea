// Everything that Stripe accepts in its own ids; nothing that means something in a URL or a search query.
const STRIPE_ID = /^([a-z]{2,5})_[A-Za-z0-9_]{1,250}$/;

// A client secret starts with the id it is for, and a schedule with the letters of a subscription.
const LOOKALIKE = /_secret_|^sub_sched_/;

/** The kind of object that text can be the id of: `pi` of `pi_1Ab`; undefined for what is no id. */
export function kindOfStripeId(text: string): string | undefined {
  return LOOKALIKE.test(text) ? undefined : STRIPE_ID.exec(text)?.[1];
}

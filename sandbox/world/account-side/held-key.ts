import { demoKey, STRIPE_KEY_CHOICES, type StripeKeyChoice } from '../credentials.ts';

/** The key that functions find, as a secret of the HubSpot account would be. */
export interface HeldKey {
  readonly current: () => StripeKeyChoice | null;
  readonly hold: (key: string | null) => Promise<void>;
}

/**
 * Functions run in this process, and HubSpot's executor puts its environment back after each call: a
 * key that changed meanwhile would be lost, so `whenIdle` waits for the calls under way.
 */
export function createHeldKey(whenIdle: () => Promise<void>): HeldKey {
  return {
    current: () => {
      const key = process.env['STRIPE_SECRET_KEY'] ?? null;
      return STRIPE_KEY_CHOICES.find(({ id }) => demoKey(id) === key)?.id ?? null;
    },
    hold: async (key) => {
      await whenIdle();
      if (key === null) delete process.env['STRIPE_SECRET_KEY'];
      else process.env['STRIPE_SECRET_KEY'] = key;
    },
  };
}

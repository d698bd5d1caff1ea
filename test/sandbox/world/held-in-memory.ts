import { demoKey, STRIPE_KEY_CHOICES } from '../../../sandbox/world/credentials.ts';
import type { HeldKey } from '../../../sandbox/world/account-side-parts.ts';

interface HeldInMemory extends HeldKey {
  readonly key: () => string | null;
}

/** A key that no function reads. */
export function heldInMemory(): HeldInMemory {
  let held = demoKey('full');
  return {
    key: () => held,
    current: () => STRIPE_KEY_CHOICES.find(({ id }) => demoKey(id) === held)?.id ?? null,
    hold: (key) => {
      held = key;
      return Promise.resolve();
    },
  };
}

/**
 * What an admin can do about a failure, on the app page and in a terminal. Cards have none of it: they
 * ask the rep to contact an admin.
 */
export const adminSteps = {
  'not-configured': 'Run `npx hs secret add STRIPE_SECRET_KEY`, then `npm run upload`.',
  'stripe-key-wrong-kind':
    'Create a restricted key in Stripe, run `npx hs secret update STRIPE_SECRET_KEY`, then `npm run upload`.',
  'stripe-key-invalid':
    'Run `npx hs secret update STRIPE_SECRET_KEY` with a valid key, then `npm run upload`.',
  'stripe-permission': 'Edit the key in Stripe, then sync again.',
  'stripe-write-permission':
    'To save it in Stripe too, give the key write access, then assign it again.',
  'stripe-refused': 'Fix what Stripe reports, then try again.',
  'hubspot-unauthorized': 'Run `npm run upload`, or reinstall the app.',
  'hubspot-permission': 'Add the scope to the app, run `npm run upload`, then reinstall the app.',
  'hubspot-refused': 'Fix what HubSpot reports, then try again.',
  'not-set-up': 'Create them under Setup.',
  'property-archived': 'Restore it under Setup.',
};

export const editKey = 'Edit the key in Stripe';

// HubSpot installs this folder alone. Packages that it links to find what they import among this folder's
// packages only where their place is the link, not the folder that the link leads to.
// Answers are checked with the few checks that they need: zod would be an eighth of each bundle.
const alias = { 'zod/mini': '@stripe-payments/core/checks' };

export default { resolve: { preserveSymlinks: true, alias } };

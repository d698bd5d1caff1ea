// HubSpot installs this folder alone. Packages that it links to find what they import among this folder's
// packages only where their place is the link, not the folder that the link leads to.
// Answers are checked with the few checks that they need: zod would be an eighth of each bundle. JSX is compiled
// to a call of the page's React, instead of React's copy of it.
const alias = {
  'zod/mini': '@stripe-payments/core/checks',
  'react/jsx-runtime': '@stripe-payments/ui/jsx-runtime',
};

/** What makes each of HubSpot's components and has no other effect. */
const COMPONENT_MAKERS = [
  'createAndRegisterRemoteReactComponent',
  'createAndRegisterRemoteCompoundReactComponent',
];

export default {
  resolve: { preserveSymlinks: true, alias },
  build: {
    // Of the years of what the code calls (`toSorted`): nothing is rewritten for browsers that lack it.
    target: 'es2022',
    // HubSpot's components that are not used are left out.
    rollupOptions: { treeshake: { manualPureFunctions: COMPONENT_MAKERS } },
  },
};

import { fc, test } from '@fast-check/vitest';

// One seed for every property, so that a run is the same run everywhere. It must be set before the
// first `test.prop`, hence properties import `fc` and `test` from here.
fc.configureGlobal({ seed: 20_261_122 });

export { fc, test };

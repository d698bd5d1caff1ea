import type { WriteSource } from '../entities.ts';

/** How the history of a record names a write of the app. */
export const API_SOURCE: WriteSource = {
  type: 'INTEGRATION',
  id: '4242001',
  label: 'INTEGRATION',
};

import type { WriteSource } from './entities.ts';

/** How the history of a record names a write of the app. */
export const API_SOURCE: WriteSource = {
  type: 'INTEGRATION',
  id: '4242001',
  label: 'INTEGRATION',
};

/** An edit on the record page. */
export const userSource = (userId: number): WriteSource => ({
  type: 'CRM_UI',
  id: `userId:${String(userId)}`,
  label: 'CRM_UI',
  userId,
});

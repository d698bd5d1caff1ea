import { openChecked } from './setup-page.tsx';
import { propertyStates } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { setUp } from '../builders/existing-property.ts';
import { checked } from '../builders/setup-replies.ts';
import { isShown, textAt } from './texts-at.ts';

const ok = (kinds: readonly object[]) => ({ ok: true, step: 'checked', kinds });

test('says how actions are turned on where they are off, and asks no function', async () => {
  const page = await openChecked({ checks: [checked({ actions: [] })] });
  expect(textAt(page, 'actions-off')).toBe(
    'Off. To request and refund payments from records, run "npm run actions -- on".',
  );
  expect(page.calls).not.toContain('manage-billing');
});

test('is silent with functions of an earlier version', async () => {
  expect(isShown(await openChecked({ checks: [checked({})] }), 'actions')).toBe(false);
});

test('says of each action whether it is on and the key may do it', async () => {
  const page = await openChecked({
    checks: [checked({ actions: ['links', 'refunds'] })],
    actions: [
      ok([
        { kind: 'links', status: 'granted', missing: [] },
        { kind: 'refunds', status: 'missing', missing: ['charge_write'] },
      ]),
    ],
  });
  expect(textAt(page, 'action-links')).toBe('Ready');
  expect(textAt(page, 'action-invoices')).toBe('Off');
  expect(textAt(page, 'action-refunds')).toBe('Permission missing');
  expect(textAt(page, 'action-refunds-missing')).toContain('write access to Charges and Refunds');
  expect(isShown(page, 'action-links-missing')).toBe(false);
  expect(isShown(page, 'actions-no-property')).toBe(false);
});

test('says that the property is missing, and why the key could not be checked', async () => {
  const states = propertyStates(setUp, 'en', 'deal', true);
  const page = await openChecked({
    checks: [
      checked({
        actions: ['refunds'],
        properties: { isReadable: true, objects: [{ objectType: 'deal', states }] },
      }),
    ],
    actions: [
      { ok: false, error: { code: 'write-key-wrong-mode', message: 'Not both are test keys.' } },
    ],
  });
  expect(textAt(page, 'actions-no-property')).toContain('stripe_confirmation is missing');
  expect(textAt(page, 'actions-problem')).toContain('Not both are test keys.');
});

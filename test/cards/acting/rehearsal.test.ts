import { ok, openActions, overview } from './actions-page.tsx';
import { Alert } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';
import { expect, test } from 'vitest';

const rehearsed = (answer: object) =>
  ok({
    step: 'rehearsed',
    text: 'TEST 7F3K9Q',
    validUntilMs: 1_795_369_800_000,
    found: null,
    isAccepted: false,
    ...answer,
  });

const opened = async (...changes: readonly object[]) => {
  const card = openActions({
    requests: [ok(overview())],
    changes: changes.map(rehearsed),
    permissions: ['integrations-management-write'],
  });
  await card.shows('No payment requests yet');
  await card.open('rehearsal-panel');
  return card;
};

test('shows the text and the property, and no verdict before the text could be entered', async () => {
  const card = await opened({});
  expect(card.panel('rehearsal-panel')).toContain('TEST 7F3K9Q');
  expect(card.find(CrmPropertyList).props.properties).toEqual(['stripe_confirmation']);
  expect(card.maybeFind(Alert, { testId: 'rehearsal-missing' })).toBeNull();
  expect(card.asked('manage-billing')).toEqual([{ objectType: 'deal', step: 'rehearse' }]);
});

test('is offered to admins only', async () => {
  const card = openActions({ requests: [ok(overview())] });
  await card.shows('No payment requests yet');
  expect(card.button('refund-payment')).not.toBeNull();
  expect(card.button('rehearse')).toBeNull();
});

test.each([
  ['rehearsal-missing', { found: null }, "The text isn't in the property yet."],
  [
    'rehearsal-works',
    { found: { sourceType: 'CRM_UI', userId: '51' }, isAccepted: true },
    'Source: CRM_UI. User ID: 51.',
  ],
  [
    'rehearsal-fails',
    { found: { sourceType: 'EXTENSION', userId: null } },
    'Source: EXTENSION. User ID: none.',
  ],
] as const)('says what came: %s', async (testId, answer, text) => {
  const card = await opened({}, answer);
  await card.click('rehearsal-check');
  expect(card.maybeFind(Alert, { testId })).not.toBeNull();
  expect(card.panel('rehearsal-panel')).toContain(text);
});

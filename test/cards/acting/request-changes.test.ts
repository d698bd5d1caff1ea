import { ok, openActions, overview, paymentRequest } from './actions-page.tsx';
import { Alert, Panel } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';

test('a link is canceled only after its state was read again and confirmed', async () => {
  const request = paymentRequest();
  const preview = { kind: 'deactivate-link', request } as const;
  const card = openActions({
    requests: [ok(overview({ requests: [request] })), ok(overview())],
    changes: [
      ok({ step: 'prepared', digest: 'digest-3', confirmation: null, preview }),
      ok({
        ...{ step: 'done', isExisting: false, userId: null, isSyncNeeded: false, line: 'left' },
        outcome: { kind: 'deactivate-link', request: paymentRequest({ status: 'canceled' }) },
      }),
    ],
  });
  await card.shows('Payment requests (1)');
  const panel = 'panel-deactivate-link-plink_1';
  expect(card.findByTestId(Panel, panel).props.title).toBe('Cancel link');
  await card.open(panel);
  expect(card.panel(panel)).toContain('The customer can no longer pay with this link.');
  await card.click('change-confirm');
  expect(card.findByTestId(Alert, 'change-done').props.title).toBe('Payment link canceled');
  const change = { kind: 'deactivate-link', id: 'plink_1' };
  expect(card.asked('manage-billing')).toEqual([
    { objectType: 'deal', step: 'prepare', change },
    { objectType: 'deal', step: 'confirm', change, digest: 'digest-3' },
  ]);
  await card.close(panel);
  await card.shows('No payment requests yet');
});

test('an open invoice can be sent, voided or marked; an uncollectible one is marked as paid or voided', async () => {
  const invoice = (id: string, status: 'open' | 'uncollectible' | 'paid') =>
    paymentRequest({ kind: 'invoice', id, number: 'INV-1', status });
  const requests = [
    invoice('in_1', 'open'),
    invoice('in_2', 'uncollectible'),
    invoice('in_3', 'paid'),
  ];
  const card = openActions({ requests: [ok(overview({ requests }))] });
  await card.shows('Payment requests (3)');
  const kinds = ['send-invoice', 'mark-paid', 'mark-uncollectible', 'void-invoice'];
  const offered = (id: string) => kinds.filter((kind) => card.button(`${kind}-${id}`) !== null);
  expect(offered('in_1')).toEqual(kinds);
  expect(offered('in_2')).toEqual(['mark-paid', 'void-invoice']);
  expect(offered('in_3')).toEqual([]);
});

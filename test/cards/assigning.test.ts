import './card-page.tsx';
import { Alert, Button, Checkbox } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { readReply } from '../builders/replies.ts';
import { effects } from './card-page.tsx';
import { fire } from './fire.ts';
import { assign, openPanel, panelText } from './link-panel.ts';
import { parametersOf } from './extension-life.tsx';
import { changeReply, viewOf } from './views.ts';

test('assigning an assigned payment says so and reads nothing again', async () => {
  const card = await openPanel({ links: [changeReply('assign', 'ch_5', { changes: [] })] });
  await assign(card, 'ch_5');
  expect(card.findByTestId(Alert, 'link-done').props.title).toBe('ch_5 is assigned.');
  expect(card.callsOf('get-payments')).toHaveLength(1);
});

test('the pasted id is assigned as it is, and Stripe metadata changes only on request', async () => {
  const address = 'https://dashboard.stripe.com/test/payments/pi_1';
  const written = changeReply('assign', 'pi_1', { stripeCopy: { status: 'written' } });
  const card = await openPanel({ links: [changeReply('assign', 'pi_1'), written] });
  const checkbox = card.findByTestId(Checkbox, 'also-in-stripe');
  expect(checkbox.props.checked).toBe(false);
  expect(checkbox.props.description).toContain('needs write access');
  await assign(card, ` ${address} `);
  fire(card.findByTestId(Checkbox, 'also-in-stripe'), 'onChange', true);
  await assign(card, address);
  const wanted = { objectType: 'deal', action: 'assign', ids: [address] };
  expect(parametersOf(card, 'link-payments')).toEqual([
    { ...wanted, alsoInStripe: false },
    { ...wanted, alsoInStripe: true },
  ]);
  expect(panelText(card)).toContain('Also saved in Stripe.');
});

test('nothing can be assigned from an empty field', async () => {
  const card = await openPanel();
  expect(card.findByTestId(Button, 'assign').props.disabled).toBe(true);
  expect(card.findByTestId(Button, 'search').props.disabled).toBe(true);
});

test('assigned ids are listed, also an unknown one, and can be unassigned', async () => {
  const view = viewOf('deal', { charges: [charge()] }, { assignedIds: ['ch_1', 'pi_gone'] });
  const card = await openPanel({
    reads: [readReply(view)],
    links: [changeReply('unassign', 'pi_gone')],
  });
  expect(panelText(card)).toContain(
    'No name (cus_1)\nch_1\nUnassign payment\nNo payment that counts here has this ID.\npi_gone\nUnassign payment',
  );
  card.findByTestId(Button, 'unassign-pi_gone').trigger('onClick');
  card.findByTestId(Button, 'unassign-pi_gone-confirm').trigger('onClick');
  await effects();
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'unassign', id: 'pi_gone', alsoInStripe: false },
  ]);
});

test('ids can be unlinked and unassigned while the read fails', async () => {
  const card = await openPanel({
    saved: { stripe_customer_id: 'cus_1; cus_2', stripe_payment_ids: 'ch_1,ch_1 Acme' },
    reads: [{ ok: false, error: { code: 'unknown-customer' } }],
  });
  const ids = card.findAll(Button).map(({ props }) => props.testId);
  expect(ids).toEqual(
    expect.arrayContaining(['unlink-cus_1', 'unlink-cus_2', 'unassign-ch_1', 'unassign-Acme']),
  );
});

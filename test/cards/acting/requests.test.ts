import {
  ok,
  openActions,
  overview,
  paymentRequest,
  plain,
  requestPrepared,
  standing,
} from './actions-page.tsx';
import { Alert, Link, Select, Text } from '@hubspot/ui-extensions';
import { money } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { failure } from '../../builders/replies.ts';
import { effects } from '../extension-life.tsx';

describe('the list of requests', () => {
  test('says how to begin where nothing was requested', async () => {
    const card = openActions({ requests: [ok(overview())] });
    await card.shows('No payment requests yet');
    expect(card.button('request-payment')?.text).toBe('Request payment');
    expect(card.calls).toEqual(['request-payment']);
  });

  test('has amount, status and the ways to an open one, and none to a paid one', async () => {
    const paid = paymentRequest({
      kind: 'invoice',
      id: 'in_2',
      number: 'A-7',
      status: 'paid',
      open: money(0, 'usd'),
    });
    const card = openActions({ requests: [ok(overview({ requests: [paymentRequest(), paid] }))] });
    await card.shows('Payment requests (2)');
    expect(card.button('copy-plink_1')?.text).toBe('Copy link');
    expect(card.findByTestId(Link, 'open-plink_1').props.href).toMatchObject({
      url: 'https://buy.stripe.com/test_1',
    });
    expect(card.button('deactivate-link-plink_1')?.text).toBe('Cancel link');
    expect(card.button('copy-in_2')).toBeNull();
    expect(card.button('void-invoice-in_2')).toBeNull();
    expect(plain(card.text())).toContain('Invoice A-7');
  });

  test('says of a day that has passed that it was due', async () => {
    const due = (id: string, dueDate: number) =>
      paymentRequest({ kind: 'invoice', id, number: id, dueDate });
    const requests = [due('A-1', 1_577_880_000), due('A-2', 4_070_952_000)];
    const card = openActions({ requests: [ok(overview({ requests }))] });
    await card.shows('Payment requests (2)');
    const text = plain(card.text());
    expect(text).toContain('Was due on Jan 1, 2020');
    expect(text).toContain('Due Jan 1, 2099');
  });

  test('says what could not be read instead of an empty list', async () => {
    const problem = { code: 'stripe-unreachable' } as const;
    const card = openActions({ requests: [ok(overview({ requestsProblem: problem }))] });
    await card.shows("Earlier payment requests couldn't be read");
    expect(card.text()).not.toContain('No payment requests yet');
  });

  test('says so where actions are off, in the words of this card', async () => {
    const card = openActions({ requests: [failure('actions-off')] });
    await card.shows("The payment requests couldn't be loaded");
    expect(card.text()).toContain('Actions are off: no Stripe key for writing is set.');
    expect(card.button('request-payment')).toBeNull();
  });

  test.each([
    [['links'], ['request-payment', 'deactivate-link-plink_1']],
    [['invoices'], ['request-payment', 'void-invoice-in_2', 'send-invoice-in_2']],
    [['refunds'], ['refund-payment']],
  ] as const)('offers nothing that is off: with %j', async (kinds, offered) => {
    const invoice = paymentRequest({ kind: 'invoice', id: 'in_2' });
    const requests = [paymentRequest(), invoice];
    const card = openActions({
      requests: [ok(overview({ kinds: [...kinds], requests }))],
      form: { kinds: [...kinds] },
    });
    await card.shows('Payment requests (2)');
    const all = ['request-payment', 'refund-payment', 'deactivate-link-plink_1'];
    const ids = [...all, 'void-invoice-in_2', 'send-invoice-in_2'];
    expect(ids.filter((id) => card.button(id) !== null).toSorted()).toEqual(offered.toSorted());
    if (kinds[0] !== 'refunds') await card.open('request-panel');
    const methods = card.maybeFind(Select, { testId: 'request-method' });
    expect(methods?.props.options.map(({ value }) => value) ?? []).toEqual(
      kinds[0] === 'refunds' ? [] : [kinds[0].slice(0, -1)],
    );
  });

  test('is for deals and contacts', async () => {
    const card = openActions({ objectTypeId: '0-2' });
    await effects();
    expect(card.findByTestId(Alert, 'other-type').props.title).toBe(
      'Payments can be requested on deals and contacts only.',
    );
  });
});

describe('requesting a payment', () => {
  test('reviews what is outstanding first, creates it once, and reads the list when the panel closes', async () => {
    const request = paymentRequest();
    const done = {
      step: 'done',
      request,
      isExisting: false,
      delivery: 'not-asked',
      cycle: null,
      userId: null,
      isSyncNeeded: false,
      line: 'left',
    } as const;
    const card = openActions({
      requests: [
        ok(overview()),
        ok(requestPrepared()),
        ok(done),
        ok(overview({ requests: [request] })),
      ],
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.click('request-review');
    expect(card.panel('request-panel')).toContain(
      'This is all that is outstanding and not asked for yet.',
    );
    expect(card.panel('request-panel')).toContain('Anyone who has the link can pay with it, once.');
    const create = card.button('request-confirm');
    expect(plain(create?.text ?? '')).toBe('Create payment link for $4,700.00');
    await card.click('request-confirm');
    expect(card.findByTestId(Alert, 'request-done').props.title).toBe('Payment link created');
    const asked = {
      method: 'link',
      subject: { kind: 'amount', amount: '4700.00', currency: 'usd' },
      collectsTax: false,
    };
    expect(card.asked('request-payment')).toEqual([
      { objectType: 'deal', step: 'overview' },
      { objectType: 'deal', step: 'basis' },
      { objectType: 'deal', step: 'prepare', asked },
      { objectType: 'deal', step: 'confirm', asked, digest: 'digest-1' },
    ]);
    await card.close('request-panel');
    await card.shows('Payment requests (1)');
  });

  test('an amount of one is reviewed only once it is entered as a number, with what the customer reads', async () => {
    const card = openActions({
      requests: [
        ok(overview({ standing: standing({ outstanding: null }) })),
        ok(requestPrepared()),
      ],
      form: { standing: standing({ outstanding: null }) },
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.select('request-subject', 'amount');
    expect(card.button('request-review')?.props.disabled).toBe(true);
    await card.enter('request-amount', '1,250.50');
    await card.enter('request-description', 'Deposit');
    expect(card.button('request-review')?.props.disabled).toBe(true);
    await card.enter('request-amount', '1250.50');
    await card.click('request-review');
    expect(card.asked('request-payment').at(-1)).toMatchObject({
      asked: {
        subject: { kind: 'amount', amount: '1250.50', currency: 'usd', description: 'Deposit' },
      },
    });
  });

  test('an invoice names its customer, when it is due, and who sends it', async () => {
    const payee = { customerId: null, contactId: '7', name: 'Ada', email: 'ada@x.example' };
    const prepared = requestPrepared({
      method: 'invoice',
      payee,
      daysUntilDue: 14,
      delivery: 'email',
      confirmation: { text: 'SEND 4700.00 USD ABCDEF', validUntilMs: 1_795_369_800_000 },
    });
    const card = openActions({
      requests: [ok(overview()), ok(prepared)],
      form: { payees: [payee] },
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.select('request-method', 'invoice');
    expect(card.findByTestId(Select, 'request-payee').props.options).toMatchObject([
      { value: '7', label: /Ada.*ada@x\.example.*new in Stripe/ },
    ]);
    await card.select('request-delivery', 'email');
    await card.enter('request-daysUntilDue', '14');
    await card.click('request-review');
    expect(card.asked('request-payment').at(-1)).toMatchObject({
      asked: { payee: { contactId: '7' }, daysUntilDue: 14, delivery: 'email' },
    });
    const text = card.panel('request-panel');
    expect(text).toContain('Due in 14 days');
    expect(text).toContain('Stripe emails the invoice to ada@x.example.');
    expect(text).toContain('A customer is created in Stripe for this contact.');
    expect(card.findByTestId(Text, 'confirmation-text').text).toBe('SEND 4700.00 USD ABCDEF');
    expect(plain(card.button('request-confirm')?.text ?? '')).toBe('Send invoice for $4,700.00');
  });

  test('what was not confirmed at Stripe is said to be safe to repeat, with the review at hand', async () => {
    const card = openActions({
      requests: [ok(overview()), ok(requestPrepared()), failure('action-unconfirmed')],
    });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.click('request-review');
    await card.click('request-confirm');
    const text = card.panel('request-panel');
    expect(text).toContain("Confirm again: it's safe to repeat, and nothing is done twice.");
    expect(card.button('request-confirm')).not.toBeNull();
  });

  test('a second click while the first is on its way asks nothing again', async () => {
    const card = openActions({ requests: [ok(overview()), ok(requestPrepared())] });
    await card.shows('No payment requests yet');
    await card.open('request-panel');
    await card.click('request-review');
    await card.click('request-confirm');
    await card.click('request-confirm');
    expect(card.calls).toHaveLength(4);
  });
});

import type { GetPaymentParameters, RecordView } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { getPayment } from '../../../src/app/packages/sync/src/use-cases/get-payment.ts';
import { getPayments } from '../../../src/app/packages/sync/src/use-cases/get-payments.ts';
import { charge } from '../../builders/charge.ts';
import type { Fakes } from '../fake-ports.ts';
import { fakePorts, viewed } from '../fake-ports.ts';

const HOUR_MS = 60 * 60_000;
const mine = charge({ receiptUrl: 'https://pay.stripe.com/receipts/1', livemode: false });
const foreign = charge({ id: 'ch_2', customerId: 'cus_2' });
const charges = { cus_1: [mine], ch_1: [mine], ch_2: [foreign] };

let asked: string[] = [];

/** Tells which payments Stripe is asked for. */
function portsOf(fakes: Fakes = {}) {
  asked = [];
  const ports = fakePorts({ charges, ...fakes });
  const { stripe: source } = ports;
  const stripe: typeof source = {
    ...source,
    chargesOfPayment: (id) => {
      asked.push(id);
      return source.chargesOfPayment(id);
    },
  };
  return { ...ports, stripe };
}

const ticketsOf = ({ payments }: RecordView) => payments.map(({ ticket = '' }) => ticket);

async function shownTicket(fakes: Fakes = {}): Promise<string> {
  const [ticket = ''] = ticketsOf(await getPayments(portsOf(fakes), viewed));
  return ticket;
}

const parametersOf = (overrides: Partial<GetPaymentParameters>): GetPaymentParameters => ({
  objectType: 'deal',
  paymentId: 'ch_1',
  ticket: '',
  language: 'en',
  locale: 'en-us',
  timeZone: 'Europe/Rome',
  ...overrides,
});

test('a payment that the record showed is read anew, in the words of the reader', async () => {
  const ticket = await shownTicket();
  const ports = portsOf();
  const english = await getPayment(ports, viewed, parametersOf({ ticket }));
  expect(english.lines.map(({ text }) => text)).toContain('Paid');
  expect(english).toMatchObject({ receiptUrl: 'https://pay.stripe.com/receipts/1', problems: [] });
  expect(asked).toEqual(['ch_1']);
  const italian = await getPayment(
    ports,
    viewed,
    parametersOf({ ticket, language: 'it', locale: 'it-it' }),
  );
  expect(italian.lines.map(({ text }) => text)).toContain('Pagato');
  expect(ports.writes).toEqual([]);
});

test.each<[string, Partial<GetPaymentParameters>, Partial<typeof viewed>]>([
  ['of another record', { paymentId: 'ch_2' }, {}],
  ['that does not exist', { paymentId: 'ch_nowhere' }, {}],
  ['with a made-up proof', { ticket: 'e30.e30' }, {}],
  ['on another record', {}, { recordId: '9002' }],
  [
    'on a record of another type with the same id',
    { objectType: 'contact' },
    { objectType: 'contact' },
  ],
  ['on a record made at another time', {}, { createdAt: '2026-01-02T03:04:06Z' }],
])('a payment %s is refused alike, and Stripe is not asked', async (_, given, record) => {
  const ticket = await shownTicket();
  const answer = getPayment(
    portsOf(),
    { ...viewed, ...record },
    parametersOf({ ticket, ...given }),
  );
  await expect(answer).rejects.toEqual(new SyncError('payment-list-expired'));
  expect(asked).toEqual([]);
});

test('a proof holds in every way in which HubSpot writes the record, for an hour', async () => {
  const startMs = Date.parse('2026-11-22T12:00:00Z');
  const ticket = await shownTicket({ nowMs: () => startMs });
  const inMs = { ...viewed, createdAt: String(Date.parse(viewed.createdAt)) };
  const at = (nowMs: number) =>
    getPayment(portsOf({ nowMs: () => nowMs }), inMs, parametersOf({ ticket }));
  await expect(at(startMs + HOUR_MS)).resolves.toMatchObject({ problems: [] });
  await expect(at(startMs + HOUR_MS + 1)).rejects.toMatchObject({ code: 'payment-list-expired' });
});

test('no other sealed text is a proof, and a proof goes on with nothing', async () => {
  const sealed = portsOf().seal.close(JSON.stringify({ version: 3 }));
  const answer = getPayment(portsOf(), viewed, parametersOf({ ticket: sealed }));
  await expect(answer).rejects.toMatchObject({ code: 'payment-list-expired' });
  const goesOn = getPayments(portsOf(), viewed, await shownTicket());
  await expect(goesOn).rejects.toMatchObject({ code: 'bad-request' });
});

test('a part that cannot be read is a problem beside what can', async () => {
  const ticket = await shownTicket();
  const failure = new SyncError('stripe-permission', { permission: 'dispute_read' });
  const ports = portsOf({ stripe: { completed: () => Promise.reject(failure) } });
  const details = await getPayment(ports, viewed, parametersOf({ ticket }));
  expect(details.problems).toEqual([{ code: 'stripe-permission', permission: 'dispute_read' }]);
  expect(details.notes[0]).toMatch(/Not everything/);
  expect(details.lines.map(({ text }) => text)).toContain('Paid');
});

test('Stripe out of reach is reported as such', async () => {
  const ticket = await shownTicket();
  const unreachable = () => Promise.reject(new SyncError('stripe-unreachable'));
  const ports = fakePorts({ charges, stripe: { chargesOfPayment: unreachable } });
  const answer = getPayment(ports, viewed, parametersOf({ ticket }));
  await expect(answer).rejects.toMatchObject({ code: 'stripe-unreachable' });
});

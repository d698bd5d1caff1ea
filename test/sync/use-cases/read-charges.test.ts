import { expect, test } from 'vitest';
import type { PaymentSource } from '../../../src/app/packages/sync/src/ports.ts';
import type { ReadPlan } from '../../../src/app/packages/sync/src/use-cases/read-charges.ts';
import { readCharges } from '../../../src/app/packages/sync/src/use-cases/read-charges.ts';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import { charge } from '../../builders/charge.ts';
import type { Fakes } from '../fake-ports.ts';
import { failureOf, fakePorts } from '../fake-ports.ts';

const plan: ReadPlan = {
  objectType: 'deal',
  recordId: '9001',
  customerIds: ['cus_1'],
  paymentIds: [],
};

const read = (fakes: Fakes, changed: Partial<ReadPlan> = {}) =>
  readCharges(fakePorts(fakes).stripe, { ...plan, ...changed });

test('a payment that several ways lead to is there once', async () => {
  const one = charge();
  const charges = { cus_1: [one], ch_1: [one], pi_of_ch_1: [one] };
  const result = await read({ charges }, { paymentIds: ['ch_1', 'pi_of_ch_1'] });
  expect(result).toEqual({ charges: [one], problems: [], isSearchUnavailable: false });
});

test.each(['before', 'after'])('a list wins over a search that answers %s it', async (order) => {
  const fresh = charge();
  const old = charge({ balanceTransaction: null });
  const chargesNaming: PaymentSource['chargesNaming'] = async (_record, sink) => {
    if (order === 'after') await new Promise((resolve) => setTimeout(resolve, 5));
    sink([old]);
    return 'searched';
  };
  const result = await read({ charges: { cus_1: [fresh] }, stripe: { chargesNaming } });
  expect(result.charges).toEqual([fresh]);
});

test('what could be read is kept beside the problem with the rest', async () => {
  const result = await read(
    { charges: { cus_1: [charge()] } },
    { customerIds: ['cus_1', 'cus_2'] },
  );
  expect(result.charges).toHaveLength(1);
  expect(result.problems).toMatchObject([{ code: 'unknown-customer' }]);
});

test('pages that came before a failure are kept', async () => {
  const chargesOfCustomer: PaymentSource['chargesOfCustomer'] = (_id, sink) => {
    sink([charge()]);
    return Promise.reject(new SyncError('timeout'));
  };
  const result = await read({ stripe: { chargesOfCustomer } });
  expect(result.charges).toHaveLength(1);
  expect(result.problems).toMatchObject([{ code: 'timeout' }]);
});

test('where nothing could be read the failure is the answer', async () => {
  expect((await failureOf(read({}))).code).toBe('unknown-customer');
});

test('one cause is told once, however many calls it fails', async () => {
  const denied = () =>
    Promise.reject(new SyncError('stripe-permission', { detail: 'charge_read' }));
  const result = await read(
    { charges: { ch_1: [charge()] }, stripe: { chargesOfCustomer: denied, chargesNaming: denied } },
    { customerIds: ['cus_1', 'cus_2', 'cus_3'], paymentIds: ['ch_1'] },
  );
  expect(result.problems).toHaveLength(1);
});

test('a fault that nobody foresaw is a problem like another', async () => {
  const broken = () => Promise.reject(new TypeError('x is not a function'));
  expect((await failureOf(read({ stripe: { chargesOfCustomer: broken } }))).code).toBe(
    'unexpected',
  );
});

test('a search that is not offered is no problem', async () => {
  const chargesNaming = () => Promise.resolve('search-unavailable' as const);
  const result = await read({ charges: { cus_1: [] }, stripe: { chargesNaming } });
  expect(result).toEqual({ charges: [], problems: [], isSearchUnavailable: true });
});

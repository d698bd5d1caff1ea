import type { Customer, StoredProperties } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { linkPayments } from '../../../src/app/packages/sync/src/use-cases/link/link-payments.ts';
import type { Fakes } from '../fake-ports.ts';
import { fakePorts, viewed } from '../fake-ports.ts';

const customer = (id: string, name: string, email: string): Customer => ({
  id,
  name,
  email,
  created: 1_700_000_000,
  livemode: false,
  recordClaims: [],
});

const ADA = customer('cus_ada', 'Ada Whitfield', 'Ada@whitfield.example');
const BEN = customer('cus_ben', 'Ben Whitfield', 'ben@whitfield.example');
const CARA = customer('cus_cara', 'Cara Whitfield', 'cara@elsewhere.example');
const ALL = [ADA, BEN, CARA];

const contact: StoredProperties = {
  firstname: 'Ada',
  email: 'ada@whitfield.example',
  stripe_customer_id: null,
  stripe_payment_ids: null,
};

async function found(query: string, search: 'record' | 'all', fakes: Fakes = {}) {
  const ports = fakePorts({
    customers: ALL,
    crm: {
      associated: (_record, type) => Promise.resolve(type === 'contact' ? ['51'] : []),
      readMany: () => Promise.resolve(new Map([['51', contact]])),
    },
    ...fakes,
  });
  const outcome = await linkPayments({ ...ports, customerSearch: search }, viewed, {
    objectType: 'deal',
    action: 'search',
    query,
  });
  return outcome.action === 'search'
    ? outcome.customers.map(({ id, email }) => `${id} ${email ?? ''}`)
    : [];
}

describe('a search for customers', () => {
  test.each([
    ['whitfield', 'record', ['cus_ada Ada@whitfield.example']],
    ['@whit', 'record', ['cus_ada Ada@whitfield.example']],
    ['Cara', 'record', []],
    ['cus_cara', 'record', ['cus_cara c…@elsewhere.example']],
    ['CARA@elsewhere.example', 'record', ['cus_cara cara@elsewhere.example']],
    ['cara@elsewhere', 'record', []],
    ['@whit', 'all', ['cus_ada Ada@whitfield.example', 'cus_ben b…@whitfield.example']],
    ['cara@else', 'all', ['cus_cara c…@elsewhere.example']],
  ] as const)('for %j (%s) finds %j', async (query, search, expected) => {
    expect(await found(query, search)).toEqual(expected);
  });

  test('goes on where a linked customer does not exist', async () => {
    const linked = { ...contact, stripe_customer_id: 'cus_gone' };
    const crm = {
      associated: () => Promise.resolve(['51']),
      readMany: () => Promise.resolve(new Map([['51', linked]])),
    };
    expect(await found('Ada', 'record', { crm })).toEqual(['cus_ada Ada@whitfield.example']);
  });
});

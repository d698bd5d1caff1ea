import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import type { StripeEvent, TouchedObjects } from '../../../src/app/packages/sync/src/ports.ts';
import type { SearchStep } from '../../../src/app/packages/sync/src/use-cases/collect/recent-steps.ts';
import {
  recentSteps,
  withoutReread,
} from '../../../src/app/packages/sync/src/use-cases/collect/recent-steps.ts';
import { charge } from '../../builders/charge.ts';

const NOTHING_TOUCHED: TouchedObjects = {
  customerIds: [],
  paymentIds: [],
  documentIds: [],
  addresses: [],
  claims: [],
};

const event = (touched: Partial<TouchedObjects>): StripeEvent => ({
  id: 'evt_1',
  created: 1,
  touched: { ...NOTHING_TOUCHED, ...touched },
});

const OF_DEAL: SearchStep = { kind: 'metadata', objectType: 'deal', recordIds: ['9001', '8000'] };

const idsOf = (step: SearchStep, events: readonly StripeEvent[], found = NO_STRIPE_OBJECTS) =>
  recentSteps(step, found, events).map((each) => ('id' in each ? each.id : each.kind));

const claim = (recordId: string) => ({ objectType: 'deal', recordId }) as const;

test('what an event says names the record is read, once, also by the ID of a merged one', () => {
  const events = [
    event({ paymentIds: ['pi_1'], claims: [claim('9001')] }),
    event({ paymentIds: ['pi_1'], documentIds: ['in_1', 'cs_1'], claims: [claim('8000')] }),
    event({ paymentIds: ['pi_2'], claims: [claim('9002')] }),
    event({ paymentIds: ['pi_3'], claims: [{ objectType: 'contact', recordId: '9001' }] }),
    event({ customerIds: ['cus_1'], claims: [claim('9001')] }),
    event({ customerIds: ['cus_2'], paymentIds: ['pi_4'] }),
  ];
  expect(idsOf(OF_DEAL, events)).toEqual(['pi_1', 'in_1', 'cus_1']);
});

test('what was found and has changed is read again, by its PaymentIntent', () => {
  const charges = [charge({ id: 'ch_1', paymentIntentId: 'pi_1' })];
  const found = { ...NO_STRIPE_OBJECTS, charges };
  const events = [event({ paymentIds: ['pi_1'] }), event({ paymentIds: ['pi_2'] })];
  expect(idsOf(OF_DEAL, events, found)).toEqual(['pi_1']);
});

test.each<[string, SearchStep]>([
  ['address', { kind: 'addresses', addresses: ['Ada@acme.example'], isListed: false }],
  ['domain', { kind: 'domain', domain: 'acme.example' }],
])('of a new %s only customers are read', (_name, step) => {
  const events = [
    event({ customerIds: ['cus_1'], addresses: ['ada@ACME.example'] }),
    event({ customerIds: ['cus_2'], paymentIds: ['pi_2'], addresses: ['ada@acme.example'] }),
    event({ customerIds: ['cus_3'], addresses: ['ada@other.example'] }),
  ];
  expect(idsOf(step, events)).toEqual(['cus_1']);
});

test('what was read again, or is gone, is not as the search had it', () => {
  const charges = ['ch_1', 'ch_2', 'ch_3'].map((id) =>
    charge({ id, paymentIntentId: id === 'ch_3' ? null : id.replace('ch', 'pi') }),
  );
  const searched = { ...NO_STRIPE_OBJECTS, charges };
  const left = withoutReread(searched, new Set(['pi_1', 'ch_3']));
  expect(left.charges.map(({ id }) => id)).toEqual(['ch_2']);
});

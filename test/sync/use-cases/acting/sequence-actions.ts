import type { AskedChange, AskedPayment } from '@stripe-payments/core';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import {
  confirmChange,
  prepareChange,
} from '../../../../src/app/packages/sync/src/use-cases/acting/manage-billing.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { fc } from '../../../builders/laws.ts';
import type { Fault, World } from './fake-world.ts';
import { deal, ticketFor } from './fake-world.ts';

interface Approval {
  readonly digest: string;
  readonly confirmation?: string | undefined;
}

export interface Action {
  readonly prepare: (world: World) => Promise<{
    readonly digest: string;
    readonly confirmation: { readonly text: string } | null;
  }>;
  readonly confirm: (world: World, faults: readonly Fault[], approval: Approval) => Promise<object>;
}

export const asking = (asked: AskedPayment): Action => ({
  prepare: (world) => prepareRequest(world.ports(), deal, asked),
  confirm: (world, faults, approval) => confirmRequest(world.ports(faults), deal, asked, approval),
});

export const changing = (changeIn: (world: World) => AskedChange): Action => ({
  prepare: (world) => prepareChange(world.ports(), deal, changeIn(world)),
  confirm: (world, faults, approval) =>
    confirmChange(world.ports(faults), deal, changeIn(world), approval),
});

const amounts = fc.constantFrom('250.00', '251.00');
const subjects = amounts.map((amount) => ({
  kind: 'amount' as const,
  amount,
  currency: 'usd',
  description: 'Setup',
}));

const links = subjects.map((subject) => asking({ method: 'link', subject, collectsTax: false }));

const invoices = fc
  .record({
    subject: subjects,
    payee: fc.constantFrom({ customerId: 'cus_1' }, { contactId: '51' }),
    delivery: fc.constantFrom('copy' as const, 'email' as const),
  })
  .map((asked) => asking({ method: 'invoice', collectsTax: false, daysUntilDue: 30, ...asked }));

const begun = fc
  .record({
    amount: amounts,
    trialDays: fc.constantFrom(7, 14),
    payee: fc.constantFrom({ customerId: 'cus_1' }, { contactId: '51' }),
    isByLink: fc.boolean(),
  })
  .map(({ amount, trialDays, payee, isByLink }) => {
    const interval = { unit: 'month', count: 1 } as const;
    const subject = {
      kind: 'amount',
      amount,
      currency: 'usd',
      description: 'S',
      interval,
    } as const;
    const asked = { subject, collectsTax: false, trialDays };
    return asking(
      isByLink
        ? { method: 'subscription-link', ...asked }
        : { method: 'subscription', ...asked, payee, daysUntilDue: 30 },
    );
  });

const refunds = fc.constantFrom('5.00', '9.00', null).map((amount) =>
  changing(() => ({
    kind: 'refund',
    paymentId: 'ch_1',
    ticket: ticketFor('ch_1'),
    amount,
    reason: null,
  })),
);

/** Of what was requested before, if there is any. */
const changes = fc
  .tuple(
    fc.constantFrom(
      'deactivate-link',
      'void-invoice',
      'send-invoice',
      'mark-paid',
      'mark-uncollectible',
    ),
    fc.nat({ max: 3 }),
  )
  .map(([kind, index]) =>
    changing(({ stripe }) => {
      const ids = [...stripe.requests.keys()];
      return { kind, id: ids[index % Math.max(1, ids.length)] ?? 'in_0' };
    }),
  );

const subscriptionChanges = fc
  .constantFrom(
    'cancel-now',
    'cancel-at-period-end',
    'keep-subscription',
    'pause-collection',
    'resume-collection',
  )
  .map((kind) => changing(() => ({ kind, id: 'sub_1' })));

const itemChanges = fc
  .record({
    quantity: fc.constantFrom(1, 2, 3),
    unit: fc.constantFrom(null, '25.00', '30.00'),
    billing: fc.constantFrom('next-invoice', 'now', 'none'),
  })
  .map((asked) => changing(() => ({ kind: 'change-item', id: 'sub_1', itemId: 'si_1', ...asked })));

/** What can be asked for, and changed. */
export const actions = fc.oneof(
  ...[links, invoices, begun, refunds, changes, subscriptionChanges, itemChanges],
);

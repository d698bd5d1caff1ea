import { expect, test } from 'vitest';
import { confirmRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/make-request.ts';
import { prepareRequest } from '../../../../src/app/packages/sync/src/use-cases/acting/planned-request.ts';
import { failureOf } from '../../fake-ports.ts';
import type { World } from './fake-world.ts';
import { deal, fakeWorld } from './fake-world.ts';

test.each([
  [
    'a contact whose email',
    { contactId: '51' },
    (world: World) => {
      world.contacts = new Map([['51', { email: 'thief@example.com', firstname: 'Grace' }]]);
    },
  ],
  [
    'a customer whose email',
    { customerId: 'cus_1' },
    (world: World) =>
      world.stripe.customers.set('cus_1', {
        ...{ id: 'cus_1', name: 'Ada', email: 'thief@example.com' },
        ...{ fingerprint: null, isDelinquent: false },
      }),
  ],
] as const)(
  'an invoice for %s changed after the review is not sent',
  async (_who, payee, changeEmail) => {
    const world = fakeWorld();
    world.contacts = new Map([['51', { email: 'new@example.com', firstname: 'Grace' }]]);
    const asked = {
      method: 'invoice',
      collectsTax: false,
      payee,
      daysUntilDue: 30,
      delivery: 'email',
      subject: { kind: 'amount', amount: '250.00', currency: 'usd', description: 'Setup' },
    } as const;
    const { digest, confirmation } = await prepareRequest(world.ports(), deal, asked);
    const text = confirmation?.text ?? '';
    world.enter(text);
    changeEmail(world);
    const failure = await failureOf(
      confirmRequest(world.ports(), deal, asked, { digest, confirmation: text }),
    );
    expect(failure.code).toBe('preview-changed');
    expect([world.stripe.requests.size, world.stripe.emails]).toEqual([0, []]);
  },
);

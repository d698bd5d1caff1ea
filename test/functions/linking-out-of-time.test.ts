import { beforeEach, expect, test } from 'vitest';
import { useLinking } from './linking.ts';
import { succeeded } from './replies.ts';
import { forgetRequests } from './requests.ts';

const { world, newDeal, payer, payment, ask, letSearchesCatchUp, writes } = useLinking();

beforeEach(() => world().hubspot.clearFaults());

const SLOW = { delayMs: 20_000 };

test('where time ends after a link was written, the same call again settles it', async () => {
  const dealId = newDeal();
  const { id: customerId } = payer();
  const search = '^/crm/objects/2026-03/0-3/search$';
  // The first asks who else has it, before anything is written.
  await world().hubspot.fault({ pathPattern: search, skip: 1, ...SLOW });
  const parameters = { action: 'link', customerId };
  const first = await world().linkPayments(dealId, { parameters });
  expect(world().storedOf(dealId)['stripe_customer_id']).toBe(customerId);
  expect(first).toMatchObject({ ok: true, ids: [customerId], isSettled: false });
  await world().hubspot.clearFaults();
  expect(await ask(dealId, parameters)).toMatchObject({
    ok: true,
    isSettled: true,
    figures: { status: 'saved' },
  });
});

test('a failure says that nothing was changed only where nothing was written', async () => {
  const outcomes: string[] = [];
  for (let answers = 14; answers < 26; answers += 1) {
    const { charge } = payment();
    const other = newDeal({ stripe_customer_id: charge.customer ?? '' });
    await letSearchesCatchUp();
    succeeded(await world().syncPayments(other));
    await forgetRequests(world());
    await world().hubspot.fault({ pathPattern: '^/crm/objects', skip: answers, ...SLOW });
    const parameters = { action: 'assign', ids: [charge.id], moveFrom: [other] };
    const reply = await world().linkPayments(newDeal(), { parameters });
    await world().hubspot.clearFaults();
    const isWritten = (await writes()).length > 0;
    const code = reply.ok ? 'ok' : reply.error.code;
    outcomes.push(`${code}${isWritten ? ', written' : ''}`);
  }
  expect(outcomes).toContain('timeout');
  expect(outcomes).toContain('write-unconfirmed, written');
  expect(outcomes).not.toContain('timeout, written');
});

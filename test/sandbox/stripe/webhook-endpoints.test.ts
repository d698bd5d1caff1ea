import { expect, test } from 'vitest';
import { errorOf, startSandbox } from './start-sandbox.ts';

const url = 'https://www.example.com/hook';
const events = ['charge.updated'] as const;

test('an endpoint shows its secret when it is created, and never again', async () => {
  const { stripe } = await startSandbox();
  const created = await stripe.webhookEndpoints.create({
    url,
    enabled_events: [...events],
    api_version: '2024-06-20',
  });
  expect(created).toMatchObject({ status: 'enabled', api_version: '2024-06-20' });
  expect(created.secret).toMatch(/^whsec_/);
  expect((await stripe.webhookEndpoints.retrieve(created.id)).secret).toBeUndefined();
  const { data } = await stripe.webhookEndpoints.list();
  expect(data.map(({ secret }) => secret)).toEqual([undefined]);
});

test('URL, events and status can be changed, the version cannot', async () => {
  const { stripe } = await startSandbox();
  const { id } = await stripe.webhookEndpoints.create({ url, enabled_events: [...events] });
  const change = { url: `${url}2`, enabled_events: ['refund.created'], disabled: true } as const;
  const changed = await stripe.webhookEndpoints.update(id, {
    ...change,
    enabled_events: [...change.enabled_events],
  });
  expect(changed).toMatchObject({ url: `${url}2`, status: 'disabled', api_version: null });
  const version = { api_version: '2024-06-20' } as object;
  expect((await errorOf(stripe.webhookEndpoints.update(id, version))).statusCode).toBe(400);
  expect((await errorOf(stripe.webhookEndpoints.update('we_1none', {}))).statusCode).toBe(404);
});

test.each([
  ['no URL', 'example', events, false],
  ['a host that only this machine knows', 'https://localhost/hook', events, false],
  ['an address of a private network', 'http://192.168.1.2/hook', events, false],
  ['HTTP in live mode', 'http://www.example.com/hook', events, true],
  ['an unknown type of event', url, ['charge.paid'], false],
  ['no events', url, [], false],
] as const)('%s is refused', async (_name, given, types, livemode) => {
  const { world } = await startSandbox({ livemode });
  expect(() => world.registerWebhook({ url: given, enabledEvents: types })).toThrow();
  expect(world.store.webhookEndpoints.newestFirst()).toEqual([]);
});

test('an account has 16 at most, in test mode also for HTTP', async () => {
  const { stripe, world } = await startSandbox();
  for (let nth = 0; nth < 16; nth += 1) {
    world.registerWebhook({ url: 'http://www.example.com/hook', enabledEvents: events });
  }
  const asked = { url, enabled_events: [...events] };
  const refused = await errorOf(stripe.webhookEndpoints.create(asked));
  expect(refused.message).toContain('maximum of 16');
});

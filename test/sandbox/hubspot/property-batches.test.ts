import { expect, test } from 'vitest';
import { AMOUNT, CURRENCY, openPropertyWorld, textProperty } from './property-inputs.ts';

const CREATE = '/crm/properties/2026-03/deals/batch/create';
const EXISTS = {
  category: 'OBJECT_ALREADY_EXISTS',
  subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
  message: "A property named 'stripe_currency' already exists.",
  context: { name: ['stripe_currency'] },
};

test('a batch that meets an existing name creates the others and reports this one', async () => {
  const { send, names } = await openPropertyWorld();
  await send('POST', '/crm/properties/2026-03/deals', CURRENCY);
  const answer = await send('POST', CREATE, {
    inputs: [textProperty('stripe_a'), CURRENCY, AMOUNT],
  });
  expect(answer.status).toBe(207);
  expect(await answer.json()).toMatchObject({
    status: 'COMPLETE',
    results: [{ name: 'stripe_a' }, { name: AMOUNT.name }],
    numErrors: 1,
    errors: [{ status: 'error', ...EXISTS }],
  });
  expect(names(false)).toEqual([CURRENCY.name, 'stripe_a', AMOUNT.name]);
});

test('a batch can be refused whole when one name exists, and then creates none', async () => {
  const { send, names } = await openPropertyWorld();
  await send('POST', '/crm/properties/2026-03/deals', CURRENCY);
  await send('PUT', '/_sandbox/behavior', { batchCreate: 'all-or-nothing' });
  const inputs = [textProperty('stripe_a'), CURRENCY, textProperty('stripe_b')];
  const answer = await send('POST', CREATE, { inputs });
  expect(answer.status).toBe(409);
  const body: unknown = await answer.json();
  expect(body).toMatchObject({ status: 'error', ...EXISTS });
  expect(body).not.toHaveProperty('results');
  expect(names(false)).toEqual([CURRENCY.name]);
  const without = [textProperty('stripe_a'), textProperty('stripe_b')];
  expect((await send('POST', CREATE, { inputs: without })).status).toBe(201);
  expect(names(false)).toEqual([CURRENCY.name, 'stripe_a', 'stripe_b']);
});

test('a failed batch restores no archived property', async () => {
  const { send, names, store } = await openPropertyWorld();
  await send('POST', CREATE, { inputs: [CURRENCY, textProperty('stripe_a')] });
  store.properties('deals').archive('stripe_a');
  await send('PUT', '/_sandbox/behavior', { batchCreate: 'all-or-nothing' });
  const inputs = [textProperty('stripe_a'), CURRENCY];
  expect((await send('POST', CREATE, { inputs })).status).toBe(409);
  expect(names(true)).toEqual(['stripe_a']);
});

test.each([
  ['each-input', 207, ['stripe_a', 'stripe_c']],
  ['all-or-nothing', 400, []],
] as const)(
  'with %s an input that cannot be created leaves %j',
  async (batchCreate, status, left) => {
    const { send, names } = await openPropertyWorld();
    await send('PUT', '/_sandbox/behavior', { batchCreate, refusedNames: ['stripe_b'] });
    const inputs = ['stripe_a', 'stripe_b', 'stripe_c'].map(textProperty);
    const answer = await send('POST', CREATE, { inputs });
    expect(answer.status).toBe(status);
    expect(names(false)).toEqual(left);
    const single = await send('POST', '/crm/properties/2026-03/deals', textProperty('stripe_b'));
    expect(single.status).toBe(400);
    await send('DELETE', '/_sandbox/behavior', {});
    expect(
      (await send('POST', '/crm/properties/2026-03/deals', textProperty('stripe_b'))).status,
    ).toBe(201);
  },
);

test('a malformed input fails the whole batch, whatever the switch', async () => {
  const { send, names } = await openPropertyWorld();
  const inputs = [textProperty('stripe_a'), { name: 'stripe_b' }];
  expect((await send('POST', CREATE, { inputs })).status).toBe(400);
  expect(names(false)).toEqual([]);
});

test.each(['create', 'read', 'archive'])('batch/%s takes 1 to 100 inputs', async (action) => {
  const { send } = await openPropertyWorld();
  const inputsOf = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      action === 'create' ? textProperty(`stripe_${String(index)}`) : { name: 'stripe_0' },
    );
  const path = `/crm/properties/2026-03/deals/batch/${action}`;
  const ask = async (count: number): Promise<number> => {
    const archived = action === 'read' ? { archived: false } : {};
    return (await send('POST', path, { inputs: inputsOf(count), ...archived })).status;
  };
  expect(await ask(0)).toBe(400);
  expect(await ask(101)).toBe(400);
  expect(await ask(100)).toBeLessThan(300);
});

test('batch/archive passes over what is not active', async () => {
  const { send, names } = await openPropertyWorld();
  await send('POST', CREATE, { inputs: ['stripe_a', 'stripe_b'].map(textProperty) });
  const path = '/crm/properties/2026-03/deals/batch/archive';
  const inputs = ['stripe_a', 'stripe_a', 'stripe_never'].map((name) => ({ name }));
  expect((await send('POST', path, { inputs })).status).toBe(204);
  expect((await send('POST', path, { inputs })).status).toBe(204);
  expect(names(true)).toEqual(['stripe_a']);
  const standard = { inputs: [{ name: 'stripe_b' }, { name: 'amount' }] };
  expect((await send('POST', path, standard)).status).toBe(400);
  expect(names(false)).toEqual(['stripe_b']);
});

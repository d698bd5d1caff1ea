import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnswerTo, Given } from '../services.ts';
import { NEVER, serve, settled, wired } from '../services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const envelope = { status: 'error', message: 'Words of HubSpot.', correlationId: 'c-1' };

const answer = (status: number, fields: object = {}): Given => ({
  status,
  body: { ...envelope, ...fields },
});

const emails = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `payer.${String(index)}@a-long-name.example`);

describe('a search for claims', () => {
  const search = () =>
    wired().crm.searchClaims({
      objectType: 'deal',
      conditions: [
        { property: 'stripe_payment_ids', is: 'set' },
        { property: 'dealname', is: 'one-of', values: ['A'] },
      ],
      properties: ['dealname'],
    });
  const found: Given = {
    status: 200,
    body: { results: [{ id: '9001', properties: { dealname: 'A' } }] },
  };
  const refused = answer(400, { message: 'There was a problem.' });
  const hubSpot =
    (searched: (body: string) => Given, state: 'live' | 'archived' | 'absent'): AnswerTo =>
    ({ path, search: query, body }) => {
      if (path.endsWith('/search')) return searched(body);
      const isAsked = query.includes(`archived=${String(state === 'archived')}`);
      const results = isAsked && state !== 'absent' ? [{ name: 'stripe_payment_ids' }] : [];
      return { status: 200, body: { results } };
    };

  test('leaves out a property of the app that the account does not have', async () => {
    const searched = (body: string): Given =>
      body.includes('stripe_payment_ids') ? refused : found;
    serve(hubSpot(searched, 'absent'));
    const { value } = await settled(search());
    expect([...(value?.records.keys() ?? [])]).toEqual(['9001']);
  });

  test('that is refused for another reason leaves the claims unchecked, with its facts', async () => {
    serve(hubSpot(() => refused, 'live'));
    expect((await settled(search())).error).toMatchObject({
      failure: { code: 'claims-unchecked', detail: 'There was a problem.', requestId: 'c-1' },
    });
  });

  test('for a property that is archived reports that: what records link is only hidden', async () => {
    serve(hubSpot(() => refused, 'archived'));
    expect((await settled(search())).error).toMatchObject({
      failure: { code: 'property-archived', properties: ['stripe_payment_ids'] },
    });
  });

  test.each([
    [403, 'hubspot-permission'],
    [503, 'claims-unchecked'],
  ])('that fails with %i for good reports %s', async (status, code) => {
    serve(() => answer(status));
    expect((await settled(search())).error).toMatchObject({ code });
  });

  test.each([
    ['long values', { property: 'email', is: 'one-of', values: emails(150) }],
    ['many values', { property: 'domain', is: 'one-of', values: emails(40) }],
  ] as const)(
    'of %s keeps each body below 3,000 characters, and asks for all',
    async (_name, condition) => {
      const requests = serve(() => found);
      const properties = [
        'firstname',
        'lastname',
        'email',
        'hs_additional_emails',
        'stripe_payment_ids',
      ];
      const others = [1, 2, 3, 4].map(
        (each) => ({ property: 'x', is: 'containing', word: String(each) }) as const,
      );
      await settled(
        wired().crm.searchClaims({
          objectType: 'contact',
          conditions: [...others, condition],
          properties,
        }),
      );
      expect(Math.max(...requests.map(({ body }) => body.length))).toBeLessThanOrEqual(3_000);
      const asked = requests.map(({ body }) => body).join('\n');
      expect(condition.values.filter((value) => !asked.includes(`"${value}"`))).toEqual([]);
    },
  );

  test('that runs out of time reports timeout', async () => {
    serve(() => NEVER);
    expect((await settled(search())).error).toMatchObject({ code: 'timeout' });
  });

  test('asks with no more than five alternatives, and no more often than HubSpot takes', async () => {
    const requests = serve(() => found);
    const conditions = Array.from({ length: 23 }, (_, index) => ({
      property: 'dealname',
      is: 'containing' as const,
      word: String(index),
    }));
    const outcome = await settled(
      wired().crm.searchClaims({ objectType: 'deal', conditions, properties: [] }),
    );
    expect(requests).toHaveLength(5);
    expect(outcome.elapsedMs).toBeCloseTo(1_000, 0);
  });
});

import { expect, test } from 'vitest';
import { gathered } from '../../src/app/packages/sync/src/gathering.ts';
import { SyncError } from '../../src/app/packages/sync/src/sync-error.ts';

interface Fakes {
  readonly together?: (ids: readonly string[]) => Promise<readonly (string | undefined)[]>;
  readonly isOfAll?: (error: unknown) => boolean;
}

/** Answers an ID with itself and how it was asked. */
function gathering({ together, isOfAll }: Fakes = {}) {
  const calls: string[] = [];
  let go = (): void => undefined;
  const ask = gathered<string, string>({
    wait: () =>
      new Promise((resolve) => {
        const before = go;
        go = () => {
          before();
          resolve();
        };
      }),
    groupOf: (id) => id.slice(0, 1),
    together: (ids) => {
      calls.push(ids.join('+'));
      return together?.(ids) ?? Promise.resolve(ids.map((id) => `${id} of ${ids.join('+')}`));
    },
    alone: (id) => {
      calls.push(id);
      return Promise.resolve(`${id} alone`);
    },
    ...(isOfAll && { isOfAll }),
  });
  const all = (...ids: readonly string[]) => {
    const answers = ids.map(async (id) => ask(id));
    go();
    return Promise.allSettled(answers);
  };
  return { calls, all };
}

const values = (settled: readonly PromiseSettledResult<string>[]): readonly string[] =>
  settled.map((each) =>
    each.status === 'fulfilled' ? each.value : (each.reason as SyncError).code,
  );

test('questions of one group that are asked within a while share one call', async () => {
  const { calls, all } = gathering();
  expect(values(await all('a1', 'a2', 'b1'))).toEqual(['a1 of a1+a2', 'a2 of a1+a2', 'b1 alone']);
  expect(calls).toEqual(['a1+a2', 'b1']);
  expect(values(await all('a1'))).toEqual(['a1 alone']);
});

test('what the shared call does not answer is asked alone', async () => {
  const { all } = gathering({ together: () => Promise.resolve([undefined, 'known']) });
  expect(values(await all('a1', 'a2'))).toEqual(['a1 alone', 'known']);
});

test('a refusal of the shared call fails none of the questions', async () => {
  const refused = () => Promise.reject(new SyncError('hubspot-refused'));
  const { all } = gathering({ together: refused });
  expect(values(await all('a1', 'a2'))).toEqual(['a1 alone', 'a2 alone']);
});

test.each([
  ['a service that fails', 'hubspot-rate-limited', undefined],
  ['time that is over', 'timeout', undefined],
  ['what the caller takes for a failure of all', 'hubspot-permission', () => true],
] as const)('%s is not asked again for each question', async (_name, code, isOfAll) => {
  const { calls, all } = gathering({
    together: () => Promise.reject(new SyncError(code)),
    ...(isOfAll && { isOfAll }),
  });
  expect(values(await all('a1', 'a2'))).toEqual([code, code]);
  expect(calls).toEqual(['a1+a2']);
});

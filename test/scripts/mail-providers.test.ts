import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { domainsModule } from '../../scripts/build/mail-providers.ts';

const providers = JSON.parse(
  readFileSync('node_modules/email-providers/all.json', 'utf8'),
) as readonly string[];

const evaluated = async (domains: readonly string[]): Promise<unknown> => {
  const url = `data:text/javascript,${encodeURIComponent(domainsModule(domains))}`;
  const { default: list } = (await import(/* @vite-ignore */ url)) as { default: unknown };
  return list;
};

test('every mail provider is in the compressed list, and nothing else', async () => {
  const list = (await evaluated(providers)) as readonly string[];
  expect([...list].sort()).toEqual([...providers].sort());
  expect(domainsModule(providers).length).toBeLessThan(JSON.stringify(providers).length * 0.4);
});

test('a name without an ending, and one of other letters, is kept', async () => {
  const names = ['localhost', 'mail.co.example', 'mail.example', 'bücher.example'];
  expect([...((await evaluated(names)) as readonly string[])].sort()).toEqual([...names].sort());
});

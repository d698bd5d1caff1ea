import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actingDeclarations } from '@stripe-payments/core';
import { beforeEach, expect, test } from 'vitest';
import { format } from 'prettier';
import { actions } from '../../cli/actions/run.ts';
import { readKeys } from '../../cli/keys.ts';

const FILES = Object.keys(actingDeclarations());

let root = '';
const said: string[] = [];
const complained: string[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'actions-'));
});

const command = (args: readonly string[], given: Readonly<Record<string, string>> = {}): number => {
  said.length = 0;
  complained.length = 0;
  return actions(args, {
    root,
    environment: { STRIPE_SECRET_KEY: 'rk_test_51Q7reads', ...given },
    timeZone: 'UTC',
    readFile: () => undefined,
    clock: { nowMs: () => 0 },
    elapsedMs: () => 0,
    random: () => 0.5,
    say: (line) => {
      said.push(line);
    },
    complain: (line) => {
      complained.push(line);
    },
  });
};

const isThere = (name: string): boolean => existsSync(path.join(root, name));
const textOf = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const text = (): string => said.join('\n');

test.each([
  [['later'], 'later'],
  [['on', 'payments'], 'payments'],
  [['on', 'links', 'all'], 'all'],
  [['on', 'links,every'], 'every'],
  [['off', 'links'], 'links'],
  [['--json'], '--json'],
])('%j names the wrong word and how to use it on standard error, and ends with 2', (args, word) => {
  expect(command(args)).toBe(2);
  expect(complained[0]).toBe(`Not known here: ${word}`);
  expect(complained.join('\n')).toContain('npm run actions -- on [KIND...]');
  expect(said).toEqual([]);
  expect(FILES.filter(isThere)).toEqual([]);
});

test.each([[['--help']], [['on', '-h']]])('%j prints it to standard output', (args) => {
  expect(command(args)).toBe(0);
  expect(said[0]).toBe('Usage:');
  expect(complained).toEqual([]);
  expect(FILES.filter(isThere)).toEqual([]);
});

test('declares the two functions with both keys, and the card, and says what is next', async () => {
  expect(command(['on'])).toBe(0);
  const declared = FILES.map((name): unknown => JSON.parse(textOf(name)));
  expect(declared).toMatchObject([
    { uid: 'request-payment', config: { secretKeys: ['STRIPE_SECRET_KEY', 'STRIPE_WRITE_KEY'] } },
    { uid: 'manage-billing', config: { secretKeys: ['STRIPE_SECRET_KEY', 'STRIPE_WRITE_KEY'] } },
    { uid: 'stripe-actions', type: 'card', config: { objectTypes: ['deals', 'contacts'] } },
  ]);
  expect(text()).toContain('payment links, invoices, subscriptions, refunds');
  expect(text()).toContain('https://dashboard.stripe.com/test/apikeys/create?');
  expect(text()).not.toContain('dashboard.stripe.com/apikeys');
  expect(text()).toMatch(/hs secret add STRIPE_WRITE_KEY[^]*setup -- apply[^]*npm run upload/);
  for (const name of [...FILES, 'actions.json']) {
    expect(textOf(name)).toBe(await format(textOf(name), { parser: 'json', printWidth: 100 }));
  }
});

test('keeps which of them are on, and asks for the permissions of those only', () => {
  expect(command(['on', 'refunds', 'links'])).toBe(0);
  expect(JSON.parse(textOf('actions.json'))).toEqual({ kinds: ['links', 'refunds'] });
  expect(text()).toContain('permissions[]=rak_payment_links_write');
  expect(text()).toContain('permissions[]=rak_charge_write');
  expect(text()).not.toContain('invoice_write');
  expect(command([])).toBe(0);
  expect(said).toEqual(['Actions are part of the project: payment links, refunds.']);
});

test('links need no confirmation to be tested; a running demo has to be restarted', () => {
  command(['on', 'links']);
  expect(text()).not.toContain('test the confirmation');
  expect(said.at(-1)).toBe('If `npm run dev` is running, restart it.');
  command(['on', 'links', 'invoices']);
  expect(text()).toContain('5. In HubSpot, restrict who may edit stripe_confirmation.');
  command(['off']);
  expect(said.at(-1)).toBe('If `npm run dev` is running, restart it.');
});

test('the state names what is missing or was changed, and on corrects it', () => {
  command(['on']);
  const [first = '', ...others] = FILES;
  writeFileSync(path.join(root, first), '{}\n');
  expect(command([])).toBe(1);
  expect(text()).toContain(first);
  expect(others.filter((name) => text().includes(name))).toEqual([]);
  expect(command(['on', 'invoices'])).toBe(0);
  expect(said).toContain(`Corrected: ${first}`);
  expect(command([])).toBe(0);
  writeFileSync(path.join(root, 'actions.json'), '{ "kinds": ["payments"] }');
  expect(command([])).toBe(1);
  expect(text()).toContain('actions.json');
});

test('off removes the declarations, and says what stays', () => {
  command(['on', 'links']);
  expect(command(['off'])).toBe(0);
  expect([...FILES, 'actions.json'].filter(isThere)).toEqual([]);
  expect(text()).toContain('The property stripe_confirmation stays');
  expect(command([])).toBe(0);
  expect(text()).toContain('Actions are off');
  expect(command(['off'])).toBe(0);
  expect(said).toEqual(['Actions were not part of the project.']);
});

test('without a key that says its mode both pages of Stripe are named; in Italian', () => {
  command(['on'], { STRIPE_SECRET_KEY: '', LANG: 'it_IT.UTF-8' });
  expect(said[0]).toBe(
    'Le azioni fanno parte del progetto: link di pagamento, fatture, abbonamenti, rimborsi.',
  );
  expect(text()).toContain('https://dashboard.stripe.com/test/apikeys/create?');
  expect(text()).toContain('https://dashboard.stripe.com/apikeys/create?');
});

const readBelow = (name: string): string | undefined => (isThere(name) ? textOf(name) : undefined);

test.each([
  ['off', {}, ''],
  ['off', { ACTIONS: 'links' }, ''],
  ['on', {}, 'invoices'],
  ['on', { ACTIONS: 'links' }, 'links'],
])('other commands know what is on: %s with %j', (state, environment, expected) => {
  command(state === 'on' ? ['on', 'invoices'] : ['off']);
  expect(readKeys(environment, undefined, readBelow).environment['ACTIONS']).toBe(expected);
});

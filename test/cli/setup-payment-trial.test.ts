import { PAYMENT_KEY, HUBSPOT_PAYMENT_SCOPES } from '@stripe-payments/core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';

beforeAll(inVirtualTime);

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: true });
  hubspot().behavior.change({ paymentCreation: 'accepted' });
  grant(...HUBSPOT_PAYMENT_SCOPES);
});
afterEach(() => world.close());

const hubspot = () => world.world.hubspot;
const payments = () => hubspot().store.listObjects('commerce_payments');
const properties = () =>
  hubspot()
    .store.properties('commerce_payments')
    .list(false)
    .map(({ name }) => name);
const grant = (...more: readonly string[]): void => {
  const { tokens } = hubspot();
  const granted = tokens.list().find(({ isApp }) => isApp)?.scopes ?? [];
  const others = granted.filter((scope) => !HUBSPOT_PAYMENT_SCOPES.includes(scope));
  tokens.grant(undefined, [...others, ...more]);
};
const run = (...argv: readonly string[]) => world.run(['payment-trial', ...argv]);
/** Requests that change something. */
const writes = async () =>
  (await world.hubspot.requests()).filter(
    ({ method, path }) => method !== 'GET' && !path.endsWith('/batch/read'),
  );

test('says beforehand what will be made and removed, and tries nothing without a yes', async () => {
  await world.hubspot.forgetRequests();
  const { code, said } = await world.run(['payment-trial'], { isTerminal: true, answers: ['n'] });
  expect(code).toBe(1);
  expect(said).toMatch(
    /creates the property "Charge ID" \(stripe_charge_id\).* one payment of 1 USD/,
  );
  expect(said).toContain('removes both at once');
  expect(said).toContain('Workflows and notifications');
  const piped = await run();
  expect(piped.code).toBe(2);
  expect(piped.aside).toContain('Run it again with --yes');
  expect(await writes()).toEqual([]);
});

test('nothing is left in an account that takes them', async () => {
  const { code, said } = await run('--yes');
  expect(said).toContain('Accepted: HubSpot took the payment of this app');
  expect(said).toContain('`npm run setup -- payment-records hubspot-payments`');
  expect(said).not.toContain('Not removed');
  expect(code).toBe(0);
  expect(payments()).toEqual([]);
  expect(properties()).not.toContain(PAYMENT_KEY);
  // As often as one likes: the name is restored from the archive.
  expect((await run('--yes')).said).toContain('Accepted');
});

test('in JSON the finding has a name', async () => {
  const { out } = await world.run(['payment-trial', '--yes', '--json']);
  const left = { isPayment: false, paymentId: null, isProperty: false };
  expect(JSON.parse(out)).toEqual({
    ok: true,
    action: 'payment-trial',
    trial: { status: 'accepted', left },
  });
});

test("a refusal is said in plain words, with HubSpot's own", async () => {
  hubspot().behavior.change({ paymentCreation: 'refused' });
  const { code, said } = await run('--yes');
  expect(code).toBe(0);
  expect(said).toContain("Refused: HubSpot doesn't take payments of an app in this account.");
  expect(said).toMatch(/HubSpot's words: Payments that HubSpot processed can not be created/);
  expect(said).toContain('`npm run setup -- payment-records on`');
  expect(properties()).not.toContain(PAYMENT_KEY);
});

test('a property that HubSpot refuses on payments has words of its own', async () => {
  hubspot().behavior.change({ refusedNames: [PAYMENT_KEY] });
  const { said } = await run('--yes');
  expect(said).toContain("Refused: HubSpot doesn't take a unique property of this app on payments");
  expect(payments()).toEqual([]);
});

test('without the scopes it names them and says how to reinstall', async () => {
  grant('crm.schemas.commercepayments.read', 'crm.schemas.commercepayments.write');
  const { code, said } = await run('--yes');
  expect(code).toBe(1);
  expect(said).toContain(`Scope missing: the trial needs these optional scopes: crm.objects`);
  expect(said).toContain('install-app --force');
  expect(properties()).not.toContain(PAYMENT_KEY);
});

test('a payment that could not be removed is named, and the next trial removes it', async () => {
  await world.hubspot.fault({ method: 'DELETE', pathPattern: '/0-101/', status: 502 });
  const { code, said } = await run('--yes');
  await world.hubspot.clearFaults();
  const [left] = payments();
  expect(code).toBe(1);
  expect(said).toContain('Accepted');
  expect(said).toContain(`Not removed: the payment of the trial, ${left?.id ?? ''}.`);
  expect(said).toContain('The property stripe_charge_id stays on payments');
  await run('--yes');
  expect(payments()).toEqual([]);
});

test('an answer that is lost leaves one payment, which is removed', async () => {
  await world.hubspot.fault({
    method: 'POST',
    pathPattern: '/0-101/batch/upsert$',
    times: 1,
    status: 502,
    afterServing: true,
  });
  const { said } = await run('--yes');
  await world.hubspot.clearFaults();
  expect(said).toContain('Accepted');
  expect(payments()).toEqual([]);
});

test('where HubSpot does not answer, the trial says nothing either way', async () => {
  await world.hubspot.fault({ pathPattern: '/0-101/batch/upsert$', status: 502 });
  const { code, said } = await run('--yes');
  await world.hubspot.clearFaults();
  expect(code).toBe(3);
  expect(said).toContain("The trial didn't finish, so it says nothing either way.");
  expect(said).not.toMatch(/Accepted|Refused/);
  expect(payments()).toEqual([]);
});

test('a payment that was removed meanwhile says nothing either way', async () => {
  await world.hubspot.fault({
    pathPattern: '/0-101/batch/read$',
    times: 2,
    status: 200,
    body: { status: 'COMPLETE', results: [], startedAt: '', completedAt: '' },
  });
  const { said } = await run('--yes');
  await world.hubspot.clearFaults();
  expect(said).toContain('says nothing either way');
});

test("HubSpot's own payments and properties of others are left as they are", async () => {
  const { store } = hubspot();
  const { id } = store.createObject('commerce_payments', { hs_processor_type: 'byo_stripe' });
  await run('--yes');
  expect(payments().map((each) => each.id)).toEqual([id]);
});

test('says it in Italian', async () => {
  const { said } = await world.run(['payment-trial', '--yes', '--lang', 'it']);
  expect(said).toContain("Accettato: HubSpot ha accettato il pagamento dell'app");
});

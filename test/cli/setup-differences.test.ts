import { propertyNamesOf } from '@stripe-payments/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';

let world: SetupWorld;

beforeAll(async () => {
  world = await startSetupWorld({ isSetUp: true });
  const { store } = world.world.hubspot;
  store.updateProperty('deals', 'stripe_fee_amount', { label: 'Our fees' });
  const { options } = store.properties('deals').require('stripe_match');
  store.updateProperty('deals', 'stripe_match', {
    options: [
      ...options
        .filter(({ value }) => value !== 'domain')
        .map((option) => (option.value === 'linked' ? { ...option, label: 'By us' } : option)),
      { value: 'by-hand', label: 'By hand', description: '', displayOrder: 70, hidden: false },
    ],
  });
  store.properties('contacts').archive('stripe_mrr');
  store.updateProperty('companies', 'stripe_sync_error', { groupName: 'companyinformation' });
});

afterAll(() => world.close());

test('the check counts properties by status and lists every difference', async () => {
  const { code, said } = await world.run([]);
  const [ofContacts, ofCompanies] = [
    propertyNamesOf('contact').length,
    propertyNamesOf('company').length,
  ];
  expect(code).toBe(1);
  expect(said).toContain(`Deals ${String(propertyNamesOf('deal').length - 2)} present, 2 modified`);
  expect(said).toContain(`Contacts ${String(ofContacts - 1)} present, 1 archived`);
  expect(said).toContain(`Companies ${String(ofCompanies - 1)} present, 1 in another group`);
  expect(said).toContain('stripe_fee_amount Modified Label "Our fees" becomes "Fees"');
  expect(said).toContain('Options added: Email domain Option "By us" becomes');
  expect(said).toContain('Contacts stripe_mrr Archived');
  expect(said).toContain(
    'stripe_sync_error Created outside this app, in the group "companyinformation". The app uses it and doesn\'t change it.',
  );
});

test('the plan lists every step and what stays unchanged, and changes nothing', async () => {
  await world.hubspot.forgetRequests();
  const { code, said, out } = await world.run(['plan']);
  expect(code).toBe(0);
  expect(said).toContain('Plan for the HubSpot account 4242, Standard account');
  expect(said).toContain('Deals: 2 to reset');
  expect(said).toContain('~ stripe_fee_amount Reset: Label "Our fees" becomes "Fees"');
  expect(said).toContain('Contacts: 1 to restore + stripe_mrr Restore with the values saved');
  expect(said).toContain('Left unchanged Companies: stripe_sync_error Created outside this app');
  expect(said).toMatch(/Nothing was changed\. Next: Run `npm run setup -- apply` /);
  expect(out.match(/^ {2}[+~] /gm)).toHaveLength(3);
  const requests = await world.hubspot.requests();
  const writes = requests.filter(
    ({ method, path }) => method !== 'GET' && !/search|token/.test(path),
  );
  expect(writes).toEqual([]);
});

test("apply restores the app's properties, and keeps an added option and other groups' properties", async () => {
  const { code, said } = await world.run(['apply', '--yes']);
  expect(code).toBe(0);
  expect(said).toMatch(/3 properties are set up\. The restored properties have the values from/);
  const { store } = world.world.hubspot;
  const deals = store.properties('deals');
  expect(deals.require('stripe_fee_amount').label).toBe('Fees');
  const match = deals.require('stripe_match').options;
  expect(match.map(({ value }) => value)).toEqual(expect.arrayContaining(['by-hand', 'domain']));
  expect(match.find(({ value }) => value === 'linked')?.label).not.toBe('By us');
  expect(store.properties('contacts').find('stripe_mrr')).toBeDefined();
  const foreign = store.properties('companies').require('stripe_sync_error');
  expect(foreign.groupName).toBe('companyinformation');
});

test('a second apply changes nothing', async () => {
  await world.hubspot.forgetRequests();
  const { code, said } = await world.run(['apply', '--yes']);
  expect(code).toBe(0);
  expect(said).toMatch(/All properties are set up\. No changes needed\.$/);
  const requests = await world.hubspot.requests();
  expect(requests.filter(({ path }) => /batch|\/properties\/\w+\/stripe/.test(path))).toEqual([]);
});

test('an unusable property of the same name blocks plan and apply', async () => {
  const { store } = world.world.hubspot;
  store.createGroup('companies', { name: 'theirs', label: 'Theirs' });
  store.updateProperty('companies', 'stripe_sync_error', {
    groupName: 'theirs',
    type: 'number',
    fieldType: 'number',
  });
  const plan = await world.run(['plan']);
  expect(plan.code).toBe(1);
  expect(plan.said).toContain(
    "with a type or options the app can't write. The app doesn't change it.",
  );
  expect(plan.said).not.toContain('No changes needed');
  const { code } = await world.run(['apply', '--yes']);
  expect(code).toBe(1);
  const { said } = await world.run([]);
  expect(said).toMatch(
    /Next: Ask the owners of the properties in another group .*, then check again\.$/,
  );
});

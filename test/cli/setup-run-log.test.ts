import { RUN_LOG_OBJECT, RUN_LOG_SCOPES } from '@stripe-payments/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: true });
});
afterEach(() => world.close());

const object = () => world.world.hubspot.store.customObjects.find(`p_${RUN_LOG_OBJECT}`);

test('shows what it creates, creates it after a yes, and says so when it is on already', async () => {
  world.grantCustomObjects();
  const declined = await world.run(['run-log', 'on'], { answers: ['n'] });
  expect(declined.said).toContain('Creates the custom object "Stripe sync runs"');
  expect(declined.said).toContain('Failures by reason');
  expect(object()).toBeUndefined();
  expect((await world.run(['run-log', 'on', '--yes'])).code).toBe(0);
  expect(object()?.labels.singular).toBe('Stripe sync run');
  expect((await world.run(['run-log', 'on'])).said).toContain('The run log is on.');
});

test('turning it off deletes its records and the name is free again', async () => {
  world.grantCustomObjects();
  await world.run(['run-log', 'on', '--yes']);
  const { store } = world.world.hubspot;
  store.createObject(object()?.typeId ?? 'deals', { run_id: 'one' });
  expect((await world.run(['run-log', 'off', '--confirm', RUN_LOG_OBJECT])).said).toContain(
    '1 record deleted',
  );
  expect(object()).toBeUndefined();
  expect((await world.run(['run-log', 'on', '--yes'])).code).toBe(0);
});

test('without a word it says how it is and what would be created', async () => {
  world.grantCustomObjects();
  const { code, said } = await world.run(['run-log']);
  expect(code).toBe(0);
  expect(said).toContain('The run log is off. Creates the custom object "Stripe sync runs"');
  expect(said).toContain('`npm run setup -- run-log on`');
  expect(object()).toBeUndefined();
});

test('without the scopes it names them and says how to reinstall', async () => {
  const { code, aside } = await world.run(['run-log', 'on', '--yes']);
  expect(code).toBe(1);
  expect(aside).toContain(RUN_LOG_SCOPES.join(', '));
  expect(aside).toContain('npx hs project install-app --force');
});

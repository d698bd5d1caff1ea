import { expect, test } from 'vitest';
import { succeeded } from './replies.ts';
import { planIn, readable, reportOf, startSetupWorld } from './setup-world.ts';

const HANGS = { delayMs: 20_000 };
const SLOW_MS = 60_000;

async function checkWithoutStripe(): Promise<void> {
  const world = await startSetupWorld();
  await world.stripe.fault({ ...HANGS, pathPattern: '^/v1/' });
  const report = await reportOf(world);
  expect(report.stripeKey).toMatchObject({
    status: 'unusable',
    error: { code: 'stripe-unreachable' },
  });
  expect(readable(report.crm).account.isReadable).toBe(true);
  expect(planIn(report)).toEqual([]);
  await world.close();
}

async function checkWithoutHubSpot(): Promise<void> {
  const world = await startSetupWorld();
  await world.hubspot.fault({ ...HANGS, pathPattern: '^/(?:crm|oauth|account-info)/' });
  const report = await reportOf(world);
  expect(report.stripeKey.status).toBe('usable');
  for (const part of [report.crm, report.properties]) {
    expect(part).toMatchObject({ isReadable: false, error: { code: 'hubspot-unreachable' } });
  }
  await world.close();
}

/** The batch that hangs is done in the end, and found done by who gives the steps again. */
async function applyWithHangingBatch(): Promise<void> {
  const world = await startSetupWorld({ isSetUp: false });
  const steps = planIn(await reportOf(world)).filter((id) => !id.startsWith('company/'));
  const pathPattern = '/contacts/batch/create$';
  await world.hubspot.fault({ ...HANGS, pathPattern, times: 2 });
  const first = succeeded(await world.apply({ action: 'apply', steps }));
  if (first.action !== 'apply') throw new Error('It was applied.');
  expect(first.done).toEqual(steps.filter((id) => id.startsWith('deal/')));
  expect(first.left).toEqual(steps.filter((id) => id.startsWith('contact/')));
  expect(first.failed).toEqual([]);
  const second = await world.apply({ action: 'apply', steps: first.left });
  expect(succeeded(second)).toMatchObject({ done: first.left, failed: [], left: [] });
  await world.close();
}

test.concurrent(
  'whatever hangs, the platform never has to end a function of the setup',
  async () => {
    await Promise.all([checkWithoutStripe(), checkWithoutHubSpot(), applyWithHangingBatch()]);
  },
  SLOW_MS,
);

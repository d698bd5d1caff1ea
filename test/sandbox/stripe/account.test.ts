import { expect, test } from 'vitest';
import { SITUATIONS } from '../../../sandbox/stripe/account/situations.ts';
import { DAY_MS, NOW, startSandbox } from './start-sandbox.ts';

const NOW_SECONDS = Date.parse(NOW) / 1000;
const DAY_SECONDS = DAY_MS / 1000;

const NOTHING_DUE = {
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
};

test('an account is ready by default', async () => {
  const { stripe } = await startSandbox();
  expect(await stripe.accounts.retrieveCurrent()).toMatchObject({
    business_profile: { name: 'Northwind Supply' },
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country: 'US',
    default_currency: 'usd',
    details_submitted: true,
    future_requirements: NOTHING_DUE,
    payouts_enabled: true,
    requirements: NOTHING_DUE,
  });
});

const ON = { charges_enabled: true, payouts_enabled: true, details_submitted: true };
const OFF = { charges_enabled: false, payouts_enabled: false, details_submitted: true };

test.each([
  ['in-review', { ...ON, requirements: { disabled_reason: null } }],
  [
    'in-review-disabled',
    { ...OFF, requirements: { disabled_reason: 'requirements.pending_verification' } },
  ],
  ['due-soon', { ...ON, requirements: { current_deadline: NOW_SECONDS + 14 * DAY_SECONDS } }],
  [
    'past-due',
    {
      ...OFF,
      requirements: {
        past_due: ['company.tax_id', 'external_account'],
        current_deadline: NOW_SECONDS - DAY_SECONDS,
        disabled_reason: 'requirements.past_due',
        errors: [{ code: 'verification_failed_tax_id_match', requirement: 'company.tax_id' }],
      },
    },
  ],
  [
    'payouts-off',
    {
      charges_enabled: true,
      payouts_enabled: false,
      requirements: { past_due: ['external_account'] },
    },
  ],
  ['not-submitted', { ...OFF, details_submitted: false, tos_acceptance: { date: null } }],
  [
    'capabilities-pending',
    { charges_enabled: false, payouts_enabled: true, capabilities: { card_payments: 'pending' } },
  ],
  [
    'capabilities-inactive',
    {
      ...OFF,
      capabilities: { card_payments: 'inactive' },
      requirements: { disabled_reason: 'action_required.requested_capabilities' },
    },
  ],
  [
    'future-requirements',
    {
      ...ON,
      requirements: NOTHING_DUE,
      future_requirements: {
        current_deadline: NOW_SECONDS + 90 * DAY_SECONDS,
        currently_due: ['company.tax_id', 'owners.verification.document'],
      },
    },
  ],
  ['platform-paused', { ...OFF, requirements: { disabled_reason: 'platform_paused' } }],
  ['under-review', { ...OFF, requirements: { disabled_reason: 'under_review' } }],
  ['listed', { ...OFF, requirements: { disabled_reason: 'listed' } }],
  ['rejected', { ...OFF, requirements: { disabled_reason: 'rejected.fraud' } }],
] as const)('the account can be %s', async (situation, expected) => {
  const { stripe, account } = await startSandbox();
  account.change({ situation });
  expect(await stripe.accounts.retrieveCurrent()).toMatchObject(expected);
});

test('what is in review is pending, and what is due was asked for', async () => {
  const { stripe, account } = await startSandbox({ account: { situation: 'in-review' } });
  const inReview = await stripe.accounts.retrieveCurrent();
  expect(inReview.requirements).toEqual({
    ...NOTHING_DUE,
    pending_verification: ['representative.verification.document'],
  });
  account.change({ situation: 'due-soon' });
  const dueSoon = await stripe.accounts.retrieveCurrent();
  expect(dueSoon.requirements).toMatchObject({
    currently_due: ['company.tax_id', 'representative.verification.document'],
    past_due: [],
    errors: [{ code: 'verification_document_expired' }],
  });
});

test('the control route takes fields of Stripe beside a situation', async () => {
  const { stripe, control } = await startSandbox();
  const answer = await control('PUT', '/account', {
    situation: 'past-due',
    payouts_enabled: true,
    business_type: 'individual',
    business_name: 'Ada Lovelace',
    capabilities: { card_payments: 'pending', sepa_debit_payments: 'active' },
    requirements: {
      currently_due: ['individual.verification.document'],
      current_deadline: NOW_SECONDS + 3600,
      errors: [
        {
          code: 'verification_document_not_readable',
          reason: 'The photo is blurred.',
          requirement: 'individual.verification.document',
        },
      ],
      disabled_reason: 'rejected.other',
    },
  });
  const expected = {
    business_profile: { name: 'Ada Lovelace' },
    business_type: 'individual',
    capabilities: {
      card_payments: 'pending',
      sepa_debit_payments: 'active',
      transfers: 'inactive',
    },
    charges_enabled: false,
    payouts_enabled: true,
    requirements: {
      ...NOTHING_DUE,
      currently_due: ['individual.verification.document'],
      eventually_due: ['individual.verification.document'],
      current_deadline: NOW_SECONDS + 3600,
      disabled_reason: 'rejected.other',
      errors: [
        {
          code: 'verification_document_not_readable',
          reason: 'The photo is blurred.',
          requirement: 'individual.verification.document',
        },
      ],
    },
    settings: { dashboard: { display_name: 'Ada Lovelace' } },
  };
  expect(await answer.json()).toMatchObject({ account: expected });
  expect(await stripe.accounts.retrieveCurrent()).toMatchObject(expected);
  const shown = await control('GET', '/account');
  expect(await shown.json()).toMatchObject({ situations: SITUATIONS, account: expected });
});

test('a change replaces the previous one', async () => {
  const { stripe, control } = await startSandbox({ accountCountry: 'DE' });
  await control('PUT', '/account', { situation: 'rejected', country: 'FR', business_name: null });
  expect(await stripe.accounts.retrieveCurrent()).toMatchObject({
    business_profile: { name: null },
    country: 'FR',
  });
  await control('PUT', '/account', {});
  expect(await stripe.accounts.retrieveCurrent()).toMatchObject({
    business_profile: { name: 'Northwind Supply' },
    charges_enabled: true,
    country: 'DE',
    requirements: NOTHING_DUE,
  });
});

test.each([
  ['an unknown situation', { situation: 'fine' }],
  ['a field that the account has not', { chargesEnabled: true }],
  ['an unknown reason', { requirements: { disabled_reason: 'requirements.overdue' } }],
  ['a requirement that is a sentence', { requirements: { currently_due: ['Send a document'] } }],
  [
    'an error without a reason',
    { requirements: { errors: [{ code: 'invalid_value_other', requirement: 'company.name' }] } },
  ],
  ['an unknown capability status', { capabilities: { card_payments: 'enabled' } }],
  ['no settlement currency', { settlement_currencies: [] }],
  ['a currency in capitals', { settlement_currencies: ['EUR'] }],
])('the control route refuses %s and changes nothing', async (_case, body) => {
  const { stripe, control } = await startSandbox();
  const before = await stripe.accounts.retrieveCurrent();
  const refused = await control('PUT', '/account', body);
  expect(refused.status).toBe(400);
  expect(await stripe.accounts.retrieveCurrent()).toEqual(before);
});

test('an account that moves to Japan holds yen, is charged there, and lists every currency it held', async () => {
  const { stripe, world, control } = await startSandbox();
  world.payByCard({ amount: 5000, currency: 'usd', atMs: Date.parse(NOW) - 30 * DAY_MS });
  await control('PUT', '/account', { country: 'JP', settlement_currencies: ['jpy', 'eur'] });
  const account = await stripe.accounts.retrieveCurrent();
  expect(account).toMatchObject({ country: 'JP', default_currency: 'jpy' });
  const { available, pending } = await stripe.balance.retrieve();
  expect(available.map(({ currency }) => currency)).toEqual(['jpy', 'eur', 'usd']);
  expect(pending.map(({ currency }) => currency)).toEqual(['jpy', 'eur', 'usd']);
  const { charge } = world.payByCard({ amount: 9000, currency: 'jpy' });
  world.settleFee(charge.id);
  const [settled] = (await stripe.balanceTransactions.list({ source: charge.id })).data;
  expect(settled).toMatchObject({ currency: 'jpy', fee: 324, net: 8676 });
  const inEuro = world.payByCard({ amount: 9000, currency: 'eur' });
  world.settleFee(inEuro.charge.id);
  const [held] = (await stripe.balanceTransactions.list({ source: inEuro.charge.id })).data;
  expect(held).toMatchObject({ currency: 'eur', amount: 9000 });
});

import { afterEach, expect, vi } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';
import type { CardOn } from './card-page.ts';
import { cardPageOf, COMPANY_CARD, CONTACT_CARD, DEAL_CARD } from './card-page.ts';
import { test } from './harness.ts';

const EVERY_CALL = '^/v1/';

/** A restricted key that may read customers and nothing that they paid. */
const BLIND_KEY = 'rk_test_readsCustomersOnly0123456789';

// The functions run in this process, so its environment is theirs.
afterEach(() => {
  vi.unstubAllEnvs();
});

interface Place {
  readonly place: CardOn;
  /** A record of which nothing is known at Stripe. */
  readonly id: string;
  readonly record: string;
}

const PLACES: readonly Place[] = [
  { place: DEAL_CARD, id: STORY_IDS.strangeAddress.deal, record: 'this deal' },
  { place: CONTACT_CARD, id: STORY_IDS.strangeAddress.contact, record: 'this contact' },
  { place: COMPANY_CARD, id: STORY_IDS.strangeAddress.company, record: 'this company' },
];

test.for(PLACES)(
  'the card of $record has six different texts for not matched, empty, not connected, no permission, unreachable and loading',
  async ({ place, id, record }, { page, recordPage, stripe, store }) => {
    const shownRecord = cardPageOf(page, recordPage.url, place);
    const shown: string[] = [];
    const state = async (...texts: readonly string[]): Promise<void> => {
      for (const text of texts) await shownRecord.sees(text);
      shown.push(texts.join('\n'));
    };
    const againWithKey = async (key: string): Promise<void> => {
      vi.stubEnv('STRIPE_SECRET_KEY', key);
      await page.reload();
    };
    await shownRecord.visit(id);
    await state(
      'No Stripe customer linked',
      `No Stripe payment matches ${record}`,
      'Match payments',
    );

    const withoutPayments = store.customers
      .newestFirst()
      .find(({ name }) => name === 'Amir Haddad');
    await shownRecord.edit('customer_id', withoutPayments?.id ?? '');
    await state('No payments yet', 'New payments appear here when the customer pays.');

    await againWithKey('');
    await state(
      "Stripe isn't connected right now",
      'Ask your HubSpot admin',
      "Open the app's page",
    );
    await stripe.send('POST', '/keys', { key: BLIND_KEY, permissions: ['customer_read'] });
    await againWithKey(BLIND_KEY);
    await state('A permission is missing', 'Ask your HubSpot admin to give the app access.');
    await stripe.fault({ pathPattern: EVERY_CALL, status: 500 });
    await againWithKey(SANDBOX_STRIPE_KEY);
    await state("Couldn't read Stripe", 'Try again in a minute.');

    await stripe.clearFaults();
    await stripe.setLatency(3_000);
    await page.reload();
    await state('Loading payments from Stripe', 'This usually takes a few seconds.');
    await stripe.setLatency(0);
    await shownRecord.sees('No payments yet');
    expect(new Set(shown).size).toBe(6);
    expect(await shownRecord.card.getByRole('alert').count()).toBe(0);
  },
);

import { openCard } from './card-page.tsx';
import { Button, Link } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { customer } from '../builders/customer.ts';
import { invoice } from '../builders/invoice.ts';
import { failure, readReply } from '../builders/replies.ts';
import { subscription } from '../builders/subscription.ts';
import type { CardPage } from './card-page.tsx';
import { ambiguousCharge, viewOf } from './views.ts';

const HOSTILE_URLS = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http://invoice.stripe.com/i',
  'https://stripe.com@evil.example/i',
  'https://stripe.com.evil.example/i',
  'https://pay.shop.example/i',
];

const HOSTILE_IDS = [
  'pi_1/../../../evil',
  '//evil.example',
  'javascript:alert(1)',
  '..',
  'pi_1?next=https://evil.example',
  'pi_\u00e9',
];

const full = (): RecordView =>
  viewOf('contact', {
    charges: [charge(), ambiguousCharge({ id: 'ch_3', paymentIntentId: null })],
    customers: [customer()],
    subscriptions: [subscription()],
    invoices: [invoice({ pdfUrl: 'https://pay.stripe.com/1/pdf' })],
  });

async function opened(view: RecordView): Promise<CardPage> {
  const card = openCard('contact', { reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  return card;
}

const hrefsOf = (card: CardPage): readonly string[] =>
  card.findAll(Link).map(({ props: { href } }) => (typeof href === 'string' ? href : href.url));

/** The view with every text that some key holds replaced: what a reply could bring. */
const replaced = (view: RecordView, keys: readonly string[], text: string): RecordView =>
  JSON.parse(
    JSON.stringify(view, (key, value: unknown) =>
      keys.includes(key) && typeof value === 'string' ? text : value,
    ),
  ) as RecordView;

test('a valid reply has its links', async () => {
  const hrefs = hrefsOf(await opened(full()));
  expect(hrefs.length).toBeGreaterThanOrEqual(5);
  for (const href of hrefs) {
    expect(href).toMatch(
      /^https:\/\/(?:dashboard|pay)\.stripe\.com\/|^https:\/\/app\.hubspot\.com\//,
    );
  }
});

test.each(HOSTILE_URLS)(
  'an invoice whose URLs are %s is neither linked nor copied',
  async (url) => {
    const card = await opened(replaced(full(), ['hostedUrl', 'pdfUrl'], url));
    expect(hrefsOf(card)).not.toContain(url);
    expect(card.maybeFindByTestId(Button, 'copy-in_1')).toBeNull();
    expect(card.maybeFindByTestId(Link, 'pdf-in_1')).toBeNull();
  },
);

test.each(HOSTILE_IDS)('objects with the id %j are shown without a link', async (id) => {
  const card = await opened(replaced(full(), ['id', 'paymentIntentId'], id));
  expect(hrefsOf(card).filter((href) => href.includes('dashboard.'))).toEqual([]);
  expect(card.text()).toContain('Nov 22');
  expect(card.text()).toContain('Ada Lovelace, ada@example.com');
});

test('a hostile account id gives no Dashboard link', async () => {
  const card = await opened({ ...full(), accountId: 'acct_1/../../evil' });
  expect(hrefsOf(card).filter((href) => href.includes('dashboard.'))).toEqual([]);
});

test.each(['../../../evil', '7?x=', 'javascript:alert(1)', '7/../8'])(
  'another record with the id %j is named without a link',
  async (recordId) => {
    const others = [{ objectType: 'deal', recordId } as const];
    const card = await opened({
      ...full(),
      notes: [{ kind: 'claimed-elsewhere', count: 1, others }],
    });
    expect(hrefsOf(card).filter((href) => href.includes('hubspot'))).toHaveLength(1);
    expect(card.text()).toContain(`deal ${recordId}`);
  },
);

test('a URL in an error is not a link', async () => {
  const detail = 'See https://evil.example or javascript:alert(1)';
  const card = openCard('contact', { reads: [failure('stripe-refused', { detail })] });
  await card.shows('https://evil.example');
  expect(hrefsOf(card)).toEqual([]);
});

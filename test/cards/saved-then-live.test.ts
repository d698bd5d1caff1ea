import { openDealCard } from './deal-card.ts';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';

const HOUR_MS = 3_600_000;
const paid = recordView([charge()]);
const synced = { ...paid, asOfMs: paid.asOfMs - 3 * HOUR_MS };

test('paints the saved figures with their age before any function has answered', () => {
  const card = openDealCard({ saved: savedProperties(synced) });
  expect(card.texts()).toEqual([]);
});

test('shows live', async () => {
  const card = openDealCard({ saved: savedProperties(synced), reads: [readReply(paid)] });
  await card.shows('Read from Stripe');
  expect(card.texts()).toEqual([]);
});

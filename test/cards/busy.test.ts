import { Alert, Button, LoadingButton } from '@hubspot/ui-extensions';
import { describe, expect, test, vi } from 'vitest';
import { charge } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { recordView } from '../builders/record-view.ts';
import { failure, readReply, syncReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import { effects, openCard, openDealCard } from './card-page.tsx';

const view = recordView([charge()]);
const saved = savedProperties(view);
const limited = failure('hubspot-rate-limited');
const SAID = 'There are too many requests for HubSpot right now. Trying again in 10 seconds.';

describe('while HubSpot is busy', () => {
  test('the card keeps what it shows, says so, and reads again after ten seconds', async () => {
    const card = openDealCard({ saved, reads: [limited, readReply(view)] });
    await card.shows('HubSpot is busy');
    expect(card.findByTestId(Alert, 'busy').props.variant).toBe('info');
    expect(card.text()).toContain(SAID);
    expect(card.text()).toContain('$20.00 of $20.00 paid');
    expect(card.maybeFindByTestId(Alert, 'read-problem')).toBeNull();
    vi.advanceTimersByTime(9_000);
    await effects();
    expect(card.callsOf('get-payments')).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    await card.shows('Live from Stripe');
    expect(card.text()).not.toContain('HubSpot is busy');
    expect(card.callsOf('get-payments')).toHaveLength(2);
  });

  test('a card without saved figures says so too', async () => {
    const card = openDealCard({ reads: [limited, readReply(view)] });
    await card.shows('HubSpot is busy');
    vi.advanceTimersByTime(10_000);
    await card.shows('Live from Stripe');
  });

  test('a sync is repeated, on the sidebar as well', async () => {
    const card = openCard('sidebar', { saved, syncs: [limited, syncReply(view)] });
    card.clickSync();
    await card.shows(SAID);
    vi.advanceTimersByTime(10_000);
    await card.shows('Already up to date');
    expect(card.callsOf('sync-payments')).toHaveLength(2);
  });

  test('after six repeats the user decides', async () => {
    const card = openDealCard({ saved, reads: Array.from({ length: 8 }, () => limited) });
    await card.shows('HubSpot is busy');
    for (let repeat = 1; repeat <= 6; repeat += 1) {
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(() => {
        expect(card.callsOf('get-payments')).toHaveLength(repeat + 1);
      });
      await effects();
    }
    await card.shows('HubSpot is limiting requests');
    vi.advanceTimersByTime(60_000);
    await effects();
    expect(card.callsOf('get-payments')).toHaveLength(7);
  });

  test('what fails for another reason is not repeated', async () => {
    const card = openDealCard({ saved, reads: [failure('stripe-unreachable')] });
    await card.shows("Stripe couldn't be reached");
    vi.advanceTimersByTime(60_000);
    await effects();
    expect(card.callsOf('get-payments')).toHaveLength(1);
  });
});

test.each([
  ['has no button', [charge()], 'primary'],
  ['has the primary button', [charge({ disputes: [dispute()] })], 'secondary'],
])(
  'a failed sync leaves one primary button where the next step %s',
  async (_, charges, variant) => {
    const card = openDealCard({
      saved,
      reads: [readReply(recordView(charges))],
      syncs: [failure('stripe-unreachable')],
    });
    await card.shows('Live from Stripe');
    card.clickSync();
    await card.shows("The sync didn't finish");
    expect(card.findByTestId(LoadingButton, 'sync-now').props.variant).toBe(variant);
    const primary = [...card.findAll(Button), ...card.findAll(LoadingButton)].filter(
      ({ props }) => props.variant === 'primary',
    );
    expect(primary).toHaveLength(1);
  },
);

import { openDealCard } from './card-page.tsx';
import { Alert, Button, Flex } from '@hubspot/ui-extensions';
import { movedLine } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { readReply } from '../builders/replies.ts';
import { unsyncedProperties } from '../builders/saved-properties.ts';
import { effects } from './card-page.tsx';
import { parametersOf } from './extension-life.tsx';
import { alertText, empty } from './link-panel.ts';
import { openTable, rowsOf } from './payment-rows.ts';
import { plain, textsIn } from './texts-in.ts';
import { changeReply, viewOf } from './views.ts';

const deal = (recordId: string) => ({ objectType: 'deal', recordId }) as const;
const DAY_MS = 86_400_000;

const line = (id: string, ageMs: number, to = '77'): string =>
  movedLine({
    id,
    amount: { minor: 150_000, currency: 'usd' },
    atMs: Date.now() - ageMs,
    from: deal(to === '1' ? '77' : '1'),
    to: deal(to),
  });

const saved = (...lines: readonly string[]) => ({
  ...unsyncedProperties(),
  stripe_moved_payments: lines.join('\n'),
});

test('a deal tells what was moved away, to which deal, and moves it back as any move is confirmed', async () => {
  const card = openDealCard({
    saved: saved(line('ch_1', DAY_MS)),
    reads: [readReply(empty)],
    links: [
      { ok: false, error: { code: 'claimed-by-other-deal', claimedBy: deal('77') } },
      changeReply('assign', 'ch_1'),
    ],
    names: { 77: 'Annual plan' },
  });
  await effects();
  const texts = textsIn(card.findByTestId(Flex, 'moved-ch_1')).join(' ');
  expect(plain(texts).replace(/\s+/g, ' ')).toMatch(
    /^A payment of \$1,500\.00 was moved on \w+ \d+, \d{4} to Annual plan Move back$/,
  );
  card.findByTestId(Button, 'move-back-ch_1').trigger('onClick');
  await effects();
  expect(alertText(card, 'link-problem')).toContain('Annual plan');
  card.findByTestId(Button, 'move-here').trigger('onClick');
  await effects();
  const asked = { objectType: 'deal', action: 'assign', ids: ['ch_1'] };
  expect(parametersOf(card, 'link-payments')).toEqual([asked, { ...asked, moveFrom: ['77'] }]);
  expect(card.findByTestId(Alert, 'link-done').props.title).toBe('$1,500.00 is assigned.');
});

test('what came here, what counts here again, what is old and what is more than three is not noted', async () => {
  const card = openDealCard({
    saved: saved(
      line('ch_came', DAY_MS, '1'),
      line('ch_1', DAY_MS),
      line('ch_old', 40 * DAY_MS),
      ...['ch_a', 'ch_b', 'ch_c', 'ch_d'].map((id) => line(id, 2 * DAY_MS)),
    ),
    reads: [readReply(viewOf('deal', { charges: [charge()] }))],
  });
  await effects();
  const offered = card.findAll(Button).map(({ props }) => String(props.testId));
  expect(offered.filter((id) => id.startsWith('move-back-'))).toEqual(
    ['ch_a', 'ch_b', 'ch_c'].map((id) => `move-back-${id}`),
  );
});

test('a payment that was moved here says from which deal', async () => {
  const view = viewOf('deal', { charges: [charge()] });
  const payments = view.payments.map((row) => ({ ...row, movedFrom: deal('77') }));
  const [row = []] = rowsOf(await openTable({ ...view, payments }));
  expect(row.join(' ')).toContain('. Moved from deal 77');
});

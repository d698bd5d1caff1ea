import type { RequestDone } from '@stripe-payments/core';
import { failure } from '../../builders/replies.ts';
import { effects } from '../extension-life.tsx';
import {
  askedFor,
  ok,
  openActions,
  overview,
  paymentRequest,
  plain,
  requestPrepared,
  standing,
} from './actions-page.tsx';
import { Alert } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';

const made = (overrides: Partial<RequestDone> = {}) =>
  ok({
    step: 'done',
    request: paymentRequest(),
    isExisting: false,
    delivery: 'not-asked',
    cycle: null,
    userId: null,
    isSyncNeeded: false,
    line: 'left',
    ...overrides,
  });

const asked = standing({ asked: [askedFor({ kind: 'link', id: 'plink_1' })] });
const after = ok(overview({ standing: asked, requests: [paymentRequest()] }));

/** A request that is confirmed, and answered when the test says so. */
async function confirmed(more: readonly unknown[] = [after]) {
  let answer: (reply: unknown) => void = () => undefined;
  const late = new Promise((resolve) => {
    answer = resolve;
  });
  const card = openActions({ requests: [ok(overview()), ok(requestPrepared()), late, ...more] });
  await card.shows('No payment requests yet');
  await card.open('request-panel');
  await card.click('request-review');
  await card.click('request-confirm');
  return {
    card,
    reply: async (given: unknown) => {
      answer(given);
      await effects();
    },
  };
}

test.each([
  ['made', made(), 'Payment link created'],
  [
    'there already, from another tab',
    made({ isExisting: true }),
    'Already requested: this is the open request',
  ],
])('what was %s is said on the card where its panel was closed before', async (_, reply, title) => {
  const tab = await confirmed();
  await tab.card.close('request-panel');
  await tab.reply(reply);
  expect(tab.card.findByTestId(Alert, 'late-done').props.title).toBe(title);
  await tab.card.shows('Payment requests (1)');
  expect(plain(tab.card.text())).toContain('is already asked for by a payment link');
});

test('a refusal is said on the card where its panel was closed before, with what exists', async () => {
  const tab = await confirmed();
  await tab.card.close('request-panel');
  await tab.reply(failure('preview-changed'));
  expect(tab.card.findByTestId(Alert, 'late-problem').props.title).toBe("It wasn't done");
  await tab.card.shows('Payment requests (1)');
});

test('a panel that is opened again while it is confirmed shows that, and then the outcome', async () => {
  const tab = await confirmed();
  await tab.card.close('request-panel');
  await tab.card.open('request-panel');
  expect(tab.card.button('request-confirm')?.props).toMatchObject({ loading: true });
  await tab.reply(made());
  expect(tab.card.panel('request-panel')).toContain('Payment link created');
  expect(tab.card.asked('request-payment')).toHaveLength(4);
});

test('what was refused in the panel is followed by a new list once it is closed', async () => {
  const tab = await confirmed();
  await tab.reply(failure('preview-changed'));
  expect(tab.card.panel('request-panel')).toContain('Something changed since you reviewed this');
  await tab.card.close('request-panel');
  await tab.card.shows('Payment requests (1)');
});

import type { BillingDone } from '@stripe-payments/core';
import { charge } from '../../builders/charge.ts';
import { recordView } from '../../builders/record-view.ts';
import { failure, readReply } from '../../builders/replies.ts';
import { effects } from '../extension-life.tsx';
import { ok, openActions, overview, paymentRequest, refundPrepared } from './actions-page.tsx';
import { Alert } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';

const made = (outcome: BillingDone['outcome']) =>
  ok({
    ...{ step: 'done', outcome, isExisting: false, userId: '12', isSyncNeeded: false },
    line: 'left',
  });

const request = paymentRequest();
const canceled = made({ kind: 'deactivate-link', request: paymentRequest({ status: 'canceled' }) });
const refunded = made({
  ...{ kind: 'refund', refundId: 're_1', amount: { minor: 500, currency: 'usd' } },
  ...{ status: 'succeeded', failureReason: null },
});

/** A change that is confirmed, and answered when the test says so. */
async function confirmed(of: 'link' | 'refund') {
  let answer: (reply: unknown) => void = () => undefined;
  const late = new Promise((resolve) => {
    answer = resolve;
  });
  const preview = { kind: 'deactivate-link', request } as const;
  const review = ok({ step: 'prepared', digest: 'digest-3', confirmation: null, preview });
  const isLink = of === 'link';
  const card = openActions({
    requests: [ok(overview({ requests: [request] })), ok(overview())],
    changes: [isLink ? review : ok(refundPrepared({ status: 'pending' })), late],
    reads: [readReply(recordView([charge()]))],
  });
  await card.shows('Payment requests (1)');
  const panel = isLink ? 'panel-deactivate-link-plink_1' : 'refund-panel';
  await card.open(panel);
  if (!isLink) await card.click('refund-review');
  const button = isLink ? 'change-confirm' : 'refund-confirm';
  await card.click(button);
  return {
    ...{ card, panel, button },
    reply: async (given: unknown) => {
      answer(given);
      await effects();
    },
  };
}

test.each([
  ['a link that was canceled', 'link', canceled, 'Payment link canceled'],
  ['a refund', 'refund', refunded, '$5.00 refunded'],
] as const)(
  '%s is said on the card where its panel was closed before the answer, with a new list',
  async (_, of, reply, title) => {
    const { card, panel, reply: give } = await confirmed(of);
    await card.close(panel);
    await give(reply);
    expect(card.findByTestId(Alert, 'late-done').props.title).toBe(title);
    await card.shows('No payment requests yet');
  },
);

test('a refusal is said on the card where its panel was closed before', async () => {
  const { card, panel, reply } = await confirmed('link');
  await card.close(panel);
  await reply(failure('link-not-active'));
  expect(card.findByTestId(Alert, 'late-problem').props.title).toBe("It wasn't done");
  await card.shows('No payment requests yet');
});

test.each(['link', 'refund'] as const)(
  'a panel of a %s that is opened again while it is confirmed asks for nothing anew',
  async (of) => {
    const { card, panel, button, reply } = await confirmed(of);
    await card.close(panel);
    await card.open(panel);
    expect(card.button(button)?.props).toMatchObject({ loading: true });
    await reply(of === 'link' ? canceled : refunded);
    expect(card.maybeFindByTestId(Alert, 'late-done')).toBeNull();
    expect(card.asked('manage-billing')).toHaveLength(2);
  },
);

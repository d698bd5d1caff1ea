import { test } from './harness.ts';

test("a new payment's net is pending until its fee is known", async ({ deal }) => {
  const { stripeSide } = deal;
  await deal.open('9006');
  await stripeSide.open();
  await stripeSide.pay('Pay by card', 12_000);
  await deal.sync();
  await deal.expectTags('Partly paid', 'Fees pending', 'Test mode');
  await deal.expectFigures({
    'Deal amount': '$6,200.00',
    Paid: '$1,620.00',
    'Net received': '$1,456.20 so far, 1 payment pending',
  });
  await deal.expectProperties({ fee_status: 'Pending', net_amount: '--', payment_count: '2' });

  await stripeSide.act('Fee arrives');
  await deal.sync();
  await deal.expectTags('Partly paid', 'Test mode');
  await deal.expectFigures({
    'Deal amount': '$6,200.00',
    Paid: '$1,620.00',
    'Net received': '$1,572.42',
  });
  await deal.expectProperties({
    fee_status: 'Final',
    fee_amount: '$47.58',
    net_amount: '$1,572.42',
  });
  await deal.card.getByText('$4,580.00 of the deal amount is outstanding.').waitFor();
});

test('a pending fee is final an hour later', async ({ deal }) => {
  await deal.open('9031');
  await deal.sync();
  await deal.expectProperties({ fee_status: 'Pending', fee_amount: '--', net_amount: '--' });
  await deal.stripeSide.open();
  await deal.stripeSide.moveClock('1 hour');
  await deal.sync();
  await deal.expectTags('Paid', 'Test mode');
  await deal.expectProperties({
    fee_status: 'Final',
    fee_amount: '$18.86',
    net_amount: '$621.14',
  });
});

test('a partial refund lowers net, and a failed refund restores it', async ({ deal }) => {
  const { stripeSide } = deal;
  await deal.open('9052');
  await stripeSide.open();
  await stripeSide.act('Refund', 100_000);
  await deal.sync();
  await deal.expectTags('Partially refunded', 'Test mode');
  await deal.expectProperties({
    payment_status: 'Partially refunded',
    amount_refunded: '$1,000.00',
    fee_amount: '$358.32',
    net_amount: '$10,987.35',
  });

  await stripeSide.act('Refund fails');
  await deal.sync();
  await deal.expectTags('Paid', 'Test mode');
  await deal.expectProperties({
    payment_status: 'Paid',
    amount_refunded: '$0.00',
    net_amount: '$11,987.35',
  });
});

test('a dispute deducts the payment and a fee, and winning returns the payment', async ({
  deal,
}) => {
  const { stripeSide } = deal;
  await deal.open('9001');
  await stripeSide.open();
  await stripeSide.act('Open dispute');
  await deal.sync();
  await deal.expectFigures({
    'Deal amount': '$4,800.00',
    Paid: '$4,800.00',
    Disputed: '$2,400.00',
    'Net received': '$2,245.20',
  });
  await deal.expectProperties({
    payment_status: 'Disputed',
    amount_disputed: '$2,400.00',
    fee_amount: '$154.80',
    net_amount: '$2,245.20',
  });

  await stripeSide.act('Win dispute');
  await deal.sync();
  await deal.card.getByRole('button', { name: 'Sep 21, 2026' }).click();
  await deal.page.locator('[data-test-id="history"]').getByText('Dispute won').waitFor();
  await deal.page.keyboard.press('Escape');
  await deal.expectProperties({
    payment_status: 'Paid',
    amount_disputed: '$0.00',
    fee_amount: '$154.80',
    net_amount: '$4,645.20',
  });
});

test('a lost dispute leaves the payment and the fee deducted', async ({ deal }) => {
  const { stripeSide } = deal;
  await deal.open('9036');
  await stripeSide.open();
  await stripeSide.act('Open dispute');
  await stripeSide.act('Lose dispute');
  await deal.sync();
  await deal.expectTags('Dispute lost', 'Test mode');
  await deal.expectProperties({
    payment_status: 'Dispute lost',
    dispute_status: 'Lost',
    amount_disputed: '$549.00',
    fee_amount: '$31.22',
    net_amount: '-$31.22',
  });
});

test('a bank debit is processing until it fails, and the failure fee counts', async ({ deal }) => {
  const { stripeSide } = deal;
  await deal.open('9042');
  await stripeSide.open();
  await stripeSide.pay('Start bank debit', 190_000);
  await deal.sync();
  await deal.expectTags('Processing', 'Test mode');
  await deal.expectFigures({
    'Deal amount': '$1,900.00',
    Paid: 'None yet',
  });
  await deal.expectProperties({ payment_status: 'Processing', payment_count: '0' });

  await stripeSide.act('Bank debit fails');
  await deal.sync();
  await deal.expectTags('Failed', 'Test mode');
  await deal.part('next-failed').getByText('Insufficient funds').waitFor();
  await deal.expectProperties({
    payment_status: 'Failed',
    failure_reason: 'Insufficient funds',
    fee_amount: '$4.00',
    net_amount: '-$4.00',
  });
});

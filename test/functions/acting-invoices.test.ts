import type { AskedChange } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { succeeded } from './replies.ts';

const { world, stripe, notesOf, manage, change, invoiceOnDeal } = useActing();

const writtenOn = (id: string) => stripe().store.invoices.get(id)?.metadata ?? {};

test('an invoice that was paid outside Stripe is marked as paid once, by the user who confirmed', async () => {
  const { deal, id } = await invoiceOnDeal();
  const { done, again } = await change(deal, { kind: 'mark-paid', id });
  expect(done).toMatchObject({
    userId: '1',
    isExisting: false,
    outcome: { kind: 'mark-paid', request: { status: 'paid', open: { minor: 0 } } },
  });
  expect(writtenOn(id)).toMatchObject({ hubspot_user_id: '1' });
  expect(succeeded(await again())).toMatchObject({ isExisting: true, userId: '1' });
  const { view } = succeeded(await world().getPayments(deal));
  expect(view.payments).toEqual([]);
});

test('an uncollectible invoice can still be marked as paid, and a paid one cannot be ended again', async () => {
  const { deal, id } = await invoiceOnDeal();
  const uncollectible = await change(deal, { kind: 'mark-uncollectible', id });
  expect(uncollectible.done).toMatchObject({ outcome: { request: { status: 'uncollectible' } } });
  await change(deal, { kind: 'mark-paid', id });
  for (const kind of ['mark-paid', 'mark-uncollectible', 'void-invoice', 'send-invoice'] as const) {
    const asked: AskedChange = { kind, id };
    const reply = await manage(deal, { step: 'prepare', change: asked });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invoice-paid' } });
  }
});

test('an invoice whose bank debit is on its way is not ended, and can be once the debit has failed', async () => {
  const { deal, id } = await invoiceOnDeal();
  const { payment } = stripe().startInvoiceDebit(id);
  for (const kind of ['void-invoice', 'mark-paid', 'mark-uncollectible'] as const) {
    const reply = await manage(deal, { step: 'prepare', change: { kind, id } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invoice-being-paid' } });
  }
  stripe().bankDebitFails(payment.charge.id);
  await change(deal, { kind: 'void-invoice', id });
});

test('a customer who paid in between is not marked as having paid outside', async () => {
  const { deal, id } = await invoiceOnDeal();
  const reply = await manage(deal, { step: 'prepare', change: { kind: 'mark-paid', id } });
  stripe().payInvoice(id);
  const prepared = succeeded(reply);
  if (prepared.step !== 'prepared') throw new Error('A preview was asked for.');
  const { digest, confirmation } = prepared;
  const confirmed = await manage(deal, {
    step: 'confirm',
    change: { kind: 'mark-paid', id },
    digest,
    confirmation: confirmation?.text,
  });
  expect(confirmed).toMatchObject({ ok: false, error: { code: 'invoice-paid' } });
});

test('each action leaves one line on the timeline, with the user, also where it is asked for again', async () => {
  const { deal, id } = await invoiceOnDeal();
  const { done, again } = await change(deal, { kind: 'mark-paid', id });
  await again();
  expect(done.line).toBe('left');
  const [requested = '', paid = '', ...others] = notesOf(deal);
  expect(requested).toContain('created in Stripe.<br><a href="https://dashboard.stripe.com/test/');
  expect(paid).toContain('marked as paid outside Stripe.<br>Confirmed by HubSpot user 1.');
  expect(paid).toContain(`/invoices/${id}">Open in Stripe</a>`);
  expect(others).toEqual([]);
});

test('without the scope for notes the invoice is voided, and no note is left', async () => {
  const { deal, id } = await invoiceOnDeal();
  const { tokens } = world().world.hubspot;
  const [{ scopes } = { scopes: [] }] = tokens.list();
  // Notes go by the scope for contacts; a deal without contacts needs nothing else of it.
  tokens.grant(
    undefined,
    scopes.filter((scope) => scope !== 'crm.objects.contacts.write'),
  );
  const { done } = await change(deal, { kind: 'void-invoice', id });
  tokens.grant(undefined, scopes);
  expect(done).toMatchObject({
    line: 'no-permission',
    outcome: { request: { status: 'canceled' } },
  });
});

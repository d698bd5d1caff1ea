import { Hono } from 'hono';
import { z } from 'zod';
import { controlErrorAnswer } from '../../http/control-error.ts';
import {
  HOSTED_KINDS,
  hostedActionSchema,
  type HostedAction,
  type HostedOutcome,
  type HostedPage,
} from '../../hosted.ts';
import type { InvoiceRow } from '../entities/billing.ts';
import type { PaymentLinkRow } from '../entities/payment-links.ts';
import { amountRemaining, amountTotal } from '../formatters/amounts.ts';
import { automaticRates } from '../values/automatic-tax.ts';
import { moneyText } from '../values/currencies.ts';
import { theCharge, WorldRefusal } from '../world/context.ts';
import type { StripeWorld } from '../world/index.ts';
import type { Payment } from '../world/payment-request.ts';

type Store = StripeWorld['store'];

/** The charge of a bank debit that is on its way for the intent. */
function pendingChargeOf(store: Store, intentId: string | null | undefined): string | null {
  const intent = store.paymentIntents.get(intentId ?? '');
  return intent?.status === 'processing' ? intent.latestCharge : null;
}

type LinkState = Pick<HostedPage, 'note' | 'pendingCharge' | 'state'>;

/** A link that was paid as often as it allows says what became of the last payment. */
function stateOfLink(store: Store, link: PaymentLinkRow): LinkState {
  const note = link.inactiveMessage ?? '';
  const latest = store.checkoutSessions
    .newestFirst()
    .find(({ paymentLink, status }) => paymentLink === link.id && status === 'complete');
  const pendingCharge = pendingChargeOf(store, latest?.paymentIntent);
  if (link.isActive) return { state: 'open', note: '', pendingCharge };
  if (pendingCharge !== null) return { state: 'processing', note, pendingCharge };
  const isUsedUp = link.limit !== null && link.completedCount >= link.limit;
  if (!isUsedUp) return { state: 'inactive', note, pendingCharge };
  return latest?.paymentStatus === 'unpaid'
    ? { state: 'inactive', note: 'The bank returned the debit.', pendingCharge }
    : { state: 'paid', note, pendingCharge };
}

/** Where payers of the demo live: the page asks for no address. */
const PAYERS = 'IT';

function pageOfLink(store: Store, link: PaymentLinkRow): HostedPage {
  const { currency, items, mode, subscriptionData } = link;
  const trialDays = subscriptionData?.trialPeriodDays ?? null;
  const isFree = ({ price }: { readonly price: string }): boolean =>
    trialDays !== null && store.prices.get(price)?.recurring !== null;
  const paid = items.filter((item) => !isFree(item));
  const taxRates = link.isTaxAutomatic === true ? automaticRates({ country: PAYERS }) : [];
  return {
    ...stateOfLink(store, link),
    title: mode === 'subscription' ? 'Subscribe at Northwind Supply' : 'Pay Northwind Supply',
    lines: items.map((item) => ({
      description: isFree(item)
        ? `${item.description} (after ${String(trialDays)} days free)`
        : item.description,
      quantity: item.quantity,
      amount: moneyText(item.amountSubtotal, currency),
    })),
    total: moneyText(amountTotal({ items: paid, taxRates }), currency),
    asksForPayer: true,
    startsTrial: trialDays !== null,
    takesDebit: currency === 'usd' && mode === 'payment',
  };
}

const STATES = {
  draft: 'inactive',
  open: 'open',
  paid: 'paid',
  uncollectible: 'open',
  void: 'void',
} as const satisfies Readonly<Record<InvoiceRow['status'], HostedPage['state']>>;

function pageOfInvoice(store: Store, invoice: InvoiceRow): HostedPage {
  const { currency, lines, number, customer, status, dueDate } = invoice;
  const own = store.invoicePayments.inGroup(invoice.id).find((payment) => payment.isDefault);
  const pendingCharge = status === 'open' ? pendingChargeOf(store, own?.paymentIntent) : null;
  const due = dueDate === null ? '' : new Date(dueDate * 1000).toISOString().slice(0, 10);
  return {
    state: pendingCharge === null ? STATES[status] : 'processing',
    title: `Invoice ${number ?? ''} for ${customer.name ?? customer.email ?? customer.id}`,
    lines: lines.map(({ description, quantity, amount }) => ({
      description: description ?? 'Item',
      quantity: quantity ?? 1,
      amount: moneyText(amount, currency),
    })),
    total: moneyText(amountRemaining(invoice), currency),
    note: due === '' ? '' : `Due ${due}`,
    asksForPayer: false,
    startsTrial: false,
    takesDebit: currency === 'usd',
    pendingCharge,
  };
}

/** What a payer can do on a page of one kind. */
interface Door {
  readonly page: () => HostedPage;
  readonly pay: (action: HostedAction) => { readonly payment: Payment | null; session: string };
}

function linkDoor(world: StripeWorld, link: PaymentLinkRow): Door {
  return {
    page: () => pageOfLink(world.store, world.store.paymentLinks.get(link.id) ?? link),
    pay: ({ action, email, name, session: earlier }) => {
      const payWith = action === 'bank-debit' ? 'us_bank_account' : 'card';
      const isOpen = world.store.checkoutSessions.get(earlier)?.status === 'open';
      // A debit is another way to pay, which Stripe's page offers in the same session.
      const keeps = isOpen && payWith === 'card';
      const session = keeps
        ? earlier
        : world.openLink(link.id, { email, name, payWith, country: PAYERS });
      if (action === 'declined-card') {
        return { payment: world.declineOnLink(session, 'insufficient_funds'), session };
      }
      return { payment: world.completeOnLink(session).payment, session };
    },
  };
}

function invoiceDoor(world: StripeWorld, invoice: InvoiceRow): Door {
  const { id } = invoice;
  return {
    page: () => pageOfInvoice(world.store, world.store.invoices.get(id) ?? invoice),
    pay: ({ action }) => {
      const paid =
        action === 'declined-card'
          ? world.failInvoicePayment(id, { reason: 'insufficient_funds' })
          : action === 'bank-debit'
            ? world.startInvoiceDebit(id)
            : world.payInvoice(id);
      return { payment: paid.payment, session: '' };
    },
  };
}

function doorOf(world: StripeWorld, kind: string, key: string): Door {
  const { paymentLinks, invoices } = world.store;
  if (kind === 'link') {
    const link = paymentLinks.newestFirst().find((row) => row.urlKey === key);
    if (link !== undefined) return linkDoor(world, link);
  } else {
    const invoice = invoices
      .newestFirst()
      .find((row) => row.hostedKey === key && row.finalizedAt !== null);
    if (invoice !== undefined) return invoiceDoor(world, invoice);
  }
  throw new WorldRefusal('There is no such page.');
}

function settleDebit(world: StripeWorld, { action, charge }: HostedAction): string {
  if (action === 'settle-debit') {
    world.bankDebitSucceeds(charge);
    return 'The bank debit has arrived.';
  }
  world.bankDebitFails(charge);
  return 'The bank returned the debit.';
}

function messageOf(payment: Payment | null): string {
  if (payment === null) return 'There was nothing to pay now.';
  const { status, failureMessage } = payment.charge;
  if (status === 'succeeded') return 'Your payment succeeded.';
  if (status === 'pending') return 'Your bank debit is on its way.';
  return failureMessage ?? 'Your card was declined.';
}

function perform(
  world: StripeWorld,
  door: Door,
  asked: HostedAction,
): Omit<HostedOutcome, 'events'> {
  if (asked.action === 'settle-debit' || asked.action === 'return-debit') {
    const { pendingCharge } = door.page();
    if (pendingCharge === null || pendingCharge !== theCharge(world.store, asked.charge).id) {
      throw new WorldRefusal('No bank debit is on its way.');
    }
    const message = settleDebit(world, asked);
    return { message, isDeclined: false, session: '', charge: '' };
  }
  const { payment, session } = door.pay(asked);
  return {
    message: messageOf(payment),
    isDeclined: payment?.charge.status === 'failed',
    session,
    charge: payment?.charge.id ?? '',
  };
}

/** What happens while the action runs, oldest first. */
function recordingEvents(store: Store, act: () => Omit<HostedOutcome, 'events'>): HostedOutcome {
  const before = new Set(store.events.newestFirst().map(({ id }) => id));
  const outcome = act();
  const events = store.events
    .newestFirst()
    .filter(({ id }) => !before.has(id))
    .map(({ id, type }) => ({ id, type }));
  return { ...outcome, events: events.toReversed() };
}

const kindSchema = z.enum(HOSTED_KINDS);

/** The pages of Stripe on which a customer pays, as data: the dev server draws them. */
export function createHostedPages(world: StripeWorld): Hono {
  const routes = new Hono();
  const find = (kind: string, key: string): Door => {
    world.catchUp();
    return doorOf(world, kindSchema.parse(kind), key);
  };
  routes.get('/hosted/:kind/:key', (context) => {
    const { kind, key } = context.req.param();
    return context.json(find(kind, key).page());
  });
  routes.post('/hosted/:kind/:key', async (context) => {
    const { kind, key } = context.req.param();
    const asked = hostedActionSchema.parse(await context.req.json());
    const door = find(kind, key);
    return context.json(recordingEvents(world.store, () => perform(world, door, asked)));
  });
  routes.onError((error, context) => {
    if (error instanceof WorldRefusal) return context.json({ error: error.message }, 409);
    return controlErrorAnswer(error);
  });
  return routes;
}

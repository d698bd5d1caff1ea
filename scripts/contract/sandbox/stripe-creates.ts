import { Hono } from 'hono';
import { z } from 'zod';
import { parseForm } from '../../../sandbox/stripe/api/params.ts';
import type { StripeSandbox } from '../../../sandbox/stripe/index.ts';

const metadata = z.record(z.string(), z.string()).default({});
const amount = z.coerce.number().int().positive();

const customerForm = z.object({ name: z.string(), email: z.string(), metadata });
const intentForm = z.object({
  amount,
  currency: z.string(),
  customer: z.string(),
  payment_method: z.string(),
  capture_method: z.enum(['automatic', 'manual']).default('automatic'),
  payment_method_options: z
    .object({ card: z.object({ request_multicapture: z.literal('if_available') }) })
    .optional(),
  description: z.string(),
  metadata,
});
const couponForm = z.object({
  id: z.string(),
  percent_off: z.coerce.number(),
  duration: z.enum(['forever', 'once', 'repeating']),
  metadata,
});
const priceData = z.object({
  currency: z.string(),
  product: z.string(),
  unit_amount: amount,
  recurring: z.object({ interval: z.literal('month') }).optional(),
});
const items = z.record(z.string(), z.object({ price_data: priceData })).transform(Object.values);
const subscriptionForm = z.object({
  customer: z.string(),
  items: items.pipe(z.array(z.object({ price_data: priceData })).length(1)),
  discounts: z.record(z.string(), z.object({ coupon: z.string() })),
  metadata,
});
const checkoutForm = z.object({
  customer_email: z.string(),
  line_items: items.pipe(z.array(z.object({ price_data: priceData })).length(1)),
  metadata,
});
const itemForm = z.object({ customer: z.string(), amount });
const invoiceForm = z.object({
  customer: z.string(),
  currency: z.string(),
  days_until_due: amount,
  metadata,
});
const productForm = z.object({ id: z.string(), name: z.string(), metadata });
const activeForm = z.object({ active: z.enum(['true', 'false']) });

const DAY_MS = 86_400_000;

/**
 * What the Stripe stand-in has no endpoints for yet and the checks create, done in its world. Everything
 * else, and every answer, is the stand-in's own.
 */
export function withCreates({ app, world }: StripeSandbox, nowMs: () => number): Hono {
  const front = new Hono();
  // The checks only look for one: no API makes a payment with Adaptive Pricing by itself.
  world.payByCard({
    amount: 8_200,
    currency: 'usd',
    presentment: { amount: 1_224_000, currency: 'jpy' },
  });
  const { store } = world;
  const guests = new Map<string, string>();
  const pendingItems = new Map<string, number>();

  type Handle = (form: unknown, id: string) => string;
  const post = (path: string, read: string, handle: Handle): void => {
    front.post(path, async (context) => {
      const form = parseForm(new URLSearchParams(await context.req.text()));
      try {
        const id = handle(form, context.req.param('id') ?? '');
        return await app.request(`${read}/${id}`, { headers: context.req.raw.headers });
      } catch (error) {
        const message = error instanceof Error ? error.message : 'refused';
        return context.json({ error: { type: 'invalid_request_error', message } }, 400);
      }
    });
  };
  const pay = (form: unknown): ReturnType<typeof world.payByCard> => {
    const {
      payment_method: method,
      capture_method: capturing,
      payment_method_options: options,
      ...request
    } = intentForm.parse(form);
    if (method === 'pm_card_visa_chargeDeclinedInsufficientFunds')
      return world.payDeclined(request);
    if (capturing === 'manual') {
      return world.authorize({ ...request, isMulticapture: options !== undefined });
    }
    const payment = world.payByCard(request);
    if (method === 'pm_card_createDispute') world.openDispute(payment.charge.id);
    return payment;
  };
  const monthly = ({ product, currency, unit_amount: unitAmount }: z.infer<typeof priceData>) =>
    world.createPrice({
      product,
      currency,
      unitAmount,
      recurring: { interval: 'month' },
    }).id;

  post(
    '/v1/customers',
    '/v1/customers',
    (form) => world.createCustomer(customerForm.parse(form)).id,
  );
  post('/v1/payment_intents', '/v1/payment_intents', (form) => pay(form).paymentIntent.id);
  // The stand-in itself cancels what waits to be captured.
  front.post('/v1/payment_intents/:id/cancel', (context) => {
    const { id } = context.req.param();
    if (store.paymentIntents.get(id)?.status === 'requires_capture') {
      return app.fetch(context.req.raw);
    }
    store.paymentIntents.update(id, { status: 'canceled' }, nowMs());
    return app.request(`/v1/payment_intents/${id}`, { headers: context.req.raw.headers });
  });
  post('/v1/disputes/:id', '/v1/disputes', (_, id) => world.winDispute(id).id);
  post('/v1/coupons', '/v1/coupons', (form) => {
    const { percent_off: percentOff, ...coupon } = couponForm.parse(form);
    return world.createCoupon({ percentOff, ...coupon }).id;
  });
  // Of an invoice that is still to be made: it takes in what waits for the customer.
  front.post('/v1/invoiceitems', async (context) => {
    const form = parseForm(new URLSearchParams(await context.req.text()));
    const { customer, amount: pending } = itemForm.parse(form);
    pendingItems.set(customer, pending);
    return context.json({ id: 'ii_1', object: 'invoiceitem' });
  });
  post('/v1/invoices', '/v1/invoices', (form) => {
    const { days_until_due: days, ...request } = invoiceForm.parse(form);
    const pending = pendingItems.get(request.customer) ?? 0;
    return world.createInvoice({
      ...request,
      dueMs: nowMs() + days * DAY_MS,
      lines: [{ description: 'Contract check', amount: pending }],
    }).id;
  });
  post('/v1/invoices/:id/finalize', '/v1/invoices', (_, id) => world.finalizeInvoice(id).id);
  post('/v1/invoices/:id/void', '/v1/invoices', (_, id) => world.voidInvoice(id).id);
  // With the caller's id, as Stripe takes it: the one that the world draws stays aside.
  post('/v1/products', '/v1/products', (form) => {
    const { id, ...product } = productForm.parse(form);
    const made = world.createProduct({ ...product, isActive: false });
    return store.products.insert({ ...made, id, isActive: true }, nowMs()).id;
  });
  post('/v1/products/:id', '/v1/products', (form, id) => {
    const isActive = activeForm.parse(form).active === 'true';
    return store.products.update(id, { isActive }, nowMs()).id;
  });
  post('/v1/subscriptions', '/v1/subscriptions', (form) => {
    const { items: asked, discounts, ...request } = subscriptionForm.parse(form);
    return world.createSubscription({
      ...request,
      items: asked.map(({ price_data: price }) => ({ price: monthly(price) })),
      discounts: Object.values(discounts).map(({ coupon }) => coupon),
    }).subscription.id;
  });
  post('/v1/checkout/sessions', '/v1/checkout/sessions', (form) => {
    const { customer_email: email, line_items: lines, ...request } = checkoutForm.parse(form);
    const [price] = lines.map(({ price_data: data }) => data);
    const { id } = world.startCheckout({
      ...request,
      ...(price === undefined ? {} : { amount: price.unit_amount, currency: price.currency }),
    });
    guests.set(id, email);
    return id;
  });
  // Stripe shows the email that the session was made with once it is over.
  post('/v1/checkout/sessions/:id/expire', '/v1/checkout/sessions', (_, id) => {
    const email = guests.get(id) ?? '';
    world.expireCheckout(id);
    const payer = { email, name: null, country: null };
    return store.checkoutSessions.update(id, { payer }, nowMs()).id;
  });
  front.delete('/v1/customers/:id', (context) => {
    const { id } = context.req.param();
    world.deleteCustomer(id);
    return context.json({ id, object: 'customer', deleted: true });
  });
  front.delete('/v1/subscriptions/:id', (context) => {
    const { id } = world.cancelSubscription(context.req.param('id'));
    return app.request(`/v1/subscriptions/${id}`, { headers: context.req.raw.headers });
  });
  // Subscriptions keep its terms; that it is gone afterwards is not modelled.
  front.delete('/v1/coupons/:id', (context) => {
    const { id } = context.req.param();
    return context.json({ id, object: 'coupon', deleted: true });
  });
  front.all('*', (context) => app.fetch(context.req.raw));
  return front;
}

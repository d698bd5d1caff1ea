import type { Hono } from 'hono';
import { createManualClock } from '../../../../sandbox/http/clock.ts';
import { tellHostileStories } from '../../../../sandbox/seed/hostile-stories.ts';
import { seedStripe, seedStripeForRecords } from '../../../../sandbox/seed/index.ts';
import { createStage } from '../../../../sandbox/seed/stage.ts';
import { EXPANDABLE, type Expandable } from '../../../../sandbox/stripe/api/expandable.ts';
import type { ObjectName } from '../../../../sandbox/stripe/api/permissions.ts';
import { createStripeSandbox, type StripeSandbox } from '../../../../sandbox/stripe/index.ts';
import { DAY_MS, NOW, SECRET_KEY } from '../start-sandbox.ts';

export type WireObject = Readonly<Record<string, unknown>>;

export const isWireObject = (value: unknown): value is WireObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Answer {
  readonly request: string;
  readonly body: WireObject;
}

type Ask = (path: string, body?: string) => Promise<Answer>;

/** Everything that the demo and the tests of hostile texts have, and what no story makes. */
export function seededStripe(): StripeSandbox {
  const clock = createManualClock(Date.parse(NOW));
  const monotonicNowMs = (): number => clock.nowMs();
  const sandbox = createStripeSandbox({ seed: 7, clock, monotonicNowMs, payoutSchedule: 'daily' });
  const { world } = sandbox;
  seedStripe(world, clock);
  seedStripeForRecords(world, clock);
  tellHostileStories(createStage(world, clock));
  world.takeAccountFee({ amount: 700, description: 'Radar' });
  const gone = world.createCustomer({ name: 'Gone' });
  world.payByCard({ amount: 5000, currency: 'usd', customer: gone.id });
  world.deleteCustomer(gone.id);
  sellByLinks(sandbox);
  billByDraft(sandbox);
  clock.advanceBy(DAY_MS);
  return sandbox;
}

const LINK = {
  afterCompletion: { type: 'hosted_confirmation', message: null },
  createsCustomer: false,
  inactiveMessage: null,
  invoiceData: null,
  limit: 1,
  metadata: {},
  paymentIntentData: null,
  paymentMethodTypes: null,
  subscriptionData: null,
} as const;

/** A link that was paid and makes invoices, and one of a subscription. */
function sellByLinks({ world }: StripeSandbox): void {
  const product = world.createProduct({ name: 'Seat' }).id;
  const once = world.createPrice({ product, currency: 'usd', unitAmount: 900 }).id;
  const monthly = world.createPrice({
    product,
    currency: 'usd',
    unitAmount: 500,
    recurring: { interval: 'month' },
  }).id;
  const link = world.createPaymentLink({
    ...LINK,
    items: [{ price: once, quantity: 2 }],
    afterCompletion: { type: 'redirect', url: 'https://northwind.example/thanks' },
    invoiceData: { description: 'Order', footer: null, metadata: { a: '1' } },
    paymentIntentData: { description: null, metadata: { a: '1' }, statementDescriptorSuffix: null },
  });
  const payer = { email: 'payer@example.com', name: 'Payer' };
  world.completeOnLink(world.openLink(link.id, payer));
  const data = { description: null, metadata: { a: '1' }, trialPeriodDays: 7 };
  world.createPaymentLink({
    ...LINK,
    items: [{ price: monthly, quantity: 1 }],
    subscriptionData: data,
  });
}

/** An open invoice with all that the API can give it. */
function billByDraft({ world }: StripeSandbox): void {
  const customer = world.createCustomer({ name: 'Drafted', email: 'drafted@example.com' }).id;
  const { id } = world.createDraft({
    customer,
    collectionMethod: 'send_invoice',
    dueDate: Date.parse(NOW) / 1000 + 86_400,
    footer: 'Thank you',
    customFields: [{ name: 'PO number', value: '4711' }],
  });
  world.addInvoiceItem({ customer, currency: 'usd', invoice: id, amount: 12_000 });
  world.sendInvoice(id);
}

function askOf(app: Hono): Ask {
  return async (path, body) => {
    const response = await app.request(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${SECRET_KEY}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(body === undefined ? {} : { body }),
    });
    const answer: unknown = await response.json();
    if (response.status === 200 && isWireObject(answer)) {
      return { request: `${body === undefined ? 'GET' : 'POST'} ${path}`, body: answer };
    }
    throw new Error(`${path} answered ${String(response.status)}: ${JSON.stringify(answer)}`);
  };
}

const MAX_LEVELS = 4;

/** All paths that can be expanded on an object, down to the deepest level. */
function pathsOn(fields: Expandable, levels: number): readonly string[] {
  if (levels <= 0) return [];
  return Object.entries(fields).flatMap(([name, target]) => {
    const below = (inner: Expandable, used: number): readonly string[] =>
      pathsOn(inner, levels - used).map((path) => `${name}.${path}`);
    switch (target.kind) {
      case 'always-empty':
        return [name];
      case 'inside':
        return below(target.fields, 1);
      case 'list':
        return [
          name,
          ...pathsOn(EXPANDABLE[target.object], levels - 2).map((path) => `${name}.data.${path}`),
        ];
      case 'object': {
        const [only, ...others] = target.objects;
        return only === undefined || others.length > 0
          ? [name]
          : [name, ...below(EXPANDABLE[only], 1)];
      }
    }
  });
}

const formOf = (paths: readonly string[]): string =>
  paths.map((path) => `expand[]=${path}`).join('&');

function rowsOf({ body }: Answer): readonly WireObject[] {
  const { data } = body;
  return Array.isArray(data) ? data.filter(isWireObject) : [];
}

const isObjectName = (text: unknown): text is ObjectName =>
  typeof text === 'string' && Object.hasOwn(EXPANDABLE, text);

async function allPages(ask: Ask, path: string): Promise<readonly Answer[]> {
  const pages: Answer[] = [];
  let after = '';
  for (;;) {
    const join = path.includes('?') ? '&' : '?';
    const page = await ask(`${path}${join}limit=100${after}`);
    pages.push(page);
    const last = rowsOf(page).at(-1);
    if (page.body['has_more'] !== true || last === undefined) return pages;
    after = `&starting_after=${String(last['id'])}`;
  }
}

/** What a search finds everything with. */
const queryFor = (path: string): string =>
  /prices|products/.test(path) ? 'active:"true"' : 'created>0';

/** Enough of each to meet every kind of it. */
const RETRIEVED = 20;

const sampleOf = (rows: readonly WireObject[]): readonly WireObject[] => {
  const step = Math.max(1, Math.floor(rows.length / RETRIEVED));
  return rows.filter((_, index) => index % step === 0);
};

async function answersAbout(ask: Ask, app: Hono, path: string): Promise<readonly Answer[]> {
  const listQuery = path === '/v1/subscriptions' ? `${path}?status=all` : path;
  const answers = [...(await allPages(ask, listQuery))];
  const rows = answers.flatMap(rowsOf);
  const object = rows[0]?.['object'];
  if (!isObjectName(object)) return answers;
  const join = listQuery.includes('?') ? '&' : '?';
  const expansions = formOf(
    pathsOn(EXPANDABLE[object], MAX_LEVELS - 1).map((each) => `data.${each}`),
  );
  answers.push(...(await allPages(ask, `${listQuery}${join}${expansions}`)));
  const deep = formOf(pathsOn(EXPANDABLE[object], MAX_LEVELS));
  for (const row of sampleOf(rows)) {
    const id = String(row['id']);
    for (const route of app.routes) {
      if (route.method === 'GET' && route.path.startsWith(`${path}/:id`)) {
        answers.push(await ask(route.path.replace(':id', id)));
      }
    }
    answers.push(await ask(`${path}/${id}?${deep}`));
  }
  const [first] = rows;
  const isWritable = app.routes.some(
    (route) => route.method === 'POST' && route.path === `${path}/:id`,
  );
  if (isWritable && first !== undefined) {
    answers.push(await ask(`${path}/${String(first['id'])}`, 'metadata[seen]=yes'));
  }
  return answers;
}

/** What every route answers, each list with all its pages, plain and with all that expands. */
export async function allAnswers({ app, world }: StripeSandbox): Promise<readonly Answer[]> {
  await app.request('/_sandbox/limits', { method: 'PUT', body: '{"enabled":false}' });
  const ask = askOf(app);
  const answers: Answer[] = [];
  const paths = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  for (const path of new Set(paths.filter((each) => each.startsWith('/v1/')))) {
    if (path.includes(':id')) continue;
    if (path.endsWith('/search')) {
      answers.push(await ask(`${path}?limit=100&query=${encodeURIComponent(queryFor(path))}`));
    } else if (path === '/v1/account' || path === '/v1/balance') {
      answers.push(await ask(path));
    } else if (path === '/v1/subscription_items') {
      const [subscription] = world.store.subscriptions.newestFirst();
      answers.push(await ask(`${path}?subscription=${String(subscription?.id)}`));
    } else {
      answers.push(...(await answersAbout(ask, app, path)));
    }
  }
  const { charge } = world.payByCard({ amount: 900, currency: 'usd' });
  answers.push(await ask('/v1/refunds', `charge=${charge.id}&amount=300`));
  answers.push(await ask('/v1/customers', 'email=new@example.com&address[country]=IT'));
  const subscription = world.store.subscriptions
    .newestFirst()
    .find(({ status }) => status === 'active');
  const flow = `flow_data[type]=subscription_cancel&flow_data[subscription_cancel][subscription]=${String(subscription?.id)}`;
  const portal = `customer=${String(subscription?.customer)}&return_url=https://a.example`;
  answers.push(await ask('/v1/billing_portal/sessions', portal));
  answers.push(await ask('/v1/billing_portal/sessions', `${portal}&${flow}`));
  return answers;
}

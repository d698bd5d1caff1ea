import { html } from 'hono/html';
import type { HostedOutcome, HostedPage } from '../hosted.ts';
import type { Delivery } from './deliver-events.ts';

type Markup = ReturnType<typeof html>;

const STYLE = `
  body { margin: 0; background: #f4f6f8; color: #1f2933; font: 15px/1.5 system-ui, sans-serif; }
  .banner { padding: 8px 16px; background: #22303c; color: #fff; text-align: center; }
  main { max-width: 440px; margin: 32px auto; padding: 24px; background: #fff;
    border: 1px solid #d8dee5; border-radius: 8px; }
  h1 { margin: 0 0 4px; font-size: 20px; overflow-wrap: anywhere; }
  .note { margin: 0; color: #55616e; }
  table { width: 100%; margin: 16px 0; border-collapse: collapse; }
  td { padding: 8px 0; border-bottom: 1px solid #d8dee5; vertical-align: top; }
  td:last-child { padding-inline-start: 16px; text-align: end; white-space: nowrap; }
  tr.total td { border: 0; font-weight: 600; }
  label { display: block; margin-top: 12px; font-weight: 600; }
  input[type=text], input[type=email] { width: 100%; margin-top: 4px; padding: 8px; font: inherit; font-weight: 400;
    border: 1px solid #b6c0cb; border-radius: 6px; box-sizing: border-box; }
  fieldset { margin: 16px 0 0; padding: 8px 12px; border: 1px solid #b6c0cb; border-radius: 6px; }
  fieldset label { margin: 4px 0; font-weight: 400; }
  button { width: 100%; margin-top: 16px; padding: 10px; border: 0; border-radius: 6px; font: inherit;
    font-weight: 600; color: #fff; background: #00617a; cursor: pointer; }
  button.quiet { color: #00617a; background: #e7f1fb; }
  .message { margin: 16px 0 0; padding: 10px 12px; border-radius: 6px; background: #e4f5ec; }
  .message.failed { background: #fdecea; }
  .state { margin: 16px 0 0; font-weight: 600; }
`;

const STATES: Readonly<Record<Exclude<HostedPage['state'], 'open'>, string>> = {
  processing: 'A bank debit is on its way.',
  paid: 'This was paid. Thank you.',
  inactive: 'This link is no longer active.',
  void: 'This invoice was voided. Nothing is to be paid.',
  expired: 'This page has expired.',
};

const METHODS = [
  ['card', 'Card that works (4242)'],
  ['declined-card', 'Card that is declined (9995)'],
  ['bank-debit', 'Bank debit that settles later'],
] as const;

const WITHOUT_OUTCOME = { session: '', charge: '' } as const;

type Shown = Pick<HostedOutcome, 'charge' | 'session'>;

function payForm(
  { takesDebit, asksForPayer, startsTrial, total }: HostedPage,
  { session }: Shown,
): Markup {
  const methods = METHODS.filter(([value]) => takesDebit || value !== 'bank-debit');
  const payer = html`<label>
      Email <input type="email" name="email" required value="payer@example.com" />
    </label>
    <label>Name <input type="text" name="name" required value="Demo Payer" /></label>`;
  return html`<form method="post">
    <input type="hidden" name="session" value="${session}" />
    ${asksForPayer ? payer : ''}
    <fieldset>
      <legend>Pay with</legend>
      ${methods.map(
        ([value, label], index) =>
          html`<label>
            <input type="radio" name="action" value="${value}" ${index === 0 ? 'checked' : ''} />
            ${label}
          </label>`,
      )}
    </fieldset>
    <button type="submit">Pay ${total}${startsTrial ? ' and start trial' : ''}</button>
  </form>`;
}

function debitForm(pendingCharge: string): Markup {
  const button = (action: string, label: string): Markup =>
    html`<button class="quiet" name="action" value="${action}">${label}</button>`;
  return html`<form method="post">
    <input type="hidden" name="charge" value="${pendingCharge}" />
    ${button('settle-debit', 'Let the debit arrive')}
    ${button('return-debit', 'Let the bank return it')}
  </form>`;
}

function deliveryText({ hasWebhook, delivered, failed }: Delivery): string {
  if (!hasWebhook) return 'The app has no Stripe key, so no webhook was called.';
  const events = `${String(delivered)} ${delivered === 1 ? 'event' : 'events'}`;
  const lost = failed === 0 ? '' : ` ${String(failed)} failed.`;
  return `Stripe’s webhook delivered ${events} to the app.${lost} Reload the record to see it.`;
}

function messageOf({ message, isDeclined }: HostedOutcome, delivery: Delivery | null): Markup {
  return html`<p class="message ${isDeclined ? 'failed' : ''}" role="status">
    <strong>${message}</strong>
    ${delivery === null ? '' : html`<br />${deliveryText(delivery)}`}
  </p>`;
}

interface Happened {
  readonly outcome: HostedOutcome;
  readonly delivery: Delivery | null;
}

/** A page of Stripe on which a customer pays, as plain as can be. */
export function hostedPageHtml(page: HostedPage, happened: Happened | null): Markup {
  const { state, title, note, lines, total, pendingCharge } = page;
  const shown = happened === null ? WITHOUT_OUTCOME : happened.outcome;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <div class="banner">Demo: the built-in Stripe. No money moves.</div>
        <main data-state="${state}">
          <h1>${title}</h1>
          ${note === '' ? '' : html`<p class="note">${note}</p>`}
          <table>
            ${lines.map(
              ({ description, quantity, amount }) =>
                html`<tr>
                  <td>${quantity === 1 ? description : `${String(quantity)} × ${description}`}</td>
                  <td>${amount}</td>
                </tr>`,
            )}
            <tr class="total">
              <td>Total due</td>
              <td>${total}</td>
            </tr>
          </table>
          ${happened === null ? '' : messageOf(happened.outcome, happened.delivery)}
          ${
            state === 'open' || happened?.outcome.charge === pendingCharge
              ? ''
              : html`<p class="state">${STATES[state]}</p>`
          }
          ${state === 'open' ? payForm(page, shown) : ''}
          ${pendingCharge === null ? '' : debitForm(pendingCharge)}
        </main>
      </body>
    </html>`;
}

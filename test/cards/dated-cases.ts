import type { StripeObjects } from '@stripe-payments/core';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { authorization, charge, pendingDebit } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { AS_OF_MS } from '../builders/record-view.ts';
import { subscription, subscriptionItem } from '../builders/subscription.ts';

/** In the middle of the day everywhere the tests count days. */
export const DUE = Date.parse('2026-12-01T15:00:00Z') / 1_000;

export const trial = subscription({
  status: 'trialing',
  trialEnd: DUE,
  items: [subscriptionItem({ currentPeriodEnd: DUE })],
});

interface DatedCase {
  readonly of: string;
  readonly objects: Partial<StripeObjects>;
  readonly ahead: Readonly<Record<'en' | 'it', string>>;
  readonly over: Readonly<Record<'en' | 'it', string>>;
}

/** Every sentence with a day that a record says beside its tables. */
export const DATED_CASES: readonly DatedCase[] = [
  {
    of: 'a dispute to answer',
    objects: { charges: [charge({ disputes: [dispute({ evidenceDueBy: DUE })] })] },
    ahead: {
      en: 'Respond to a dispute in Stripe by Dec 1, 2026',
      it: 'Rispondi a una contestazione in Stripe entro il 1° dic 2026',
    },
    over: {
      en: 'The response to a dispute was due on Dec 1, 2026',
      it: 'La risposta a una contestazione andava inviata entro il 1° dic 2026',
    },
  },
  {
    of: 'two disputes to answer',
    objects: {
      charges: ['ch_1', 'ch_2'].map((id) =>
        charge({ id, disputes: [dispute({ id: `dp_${id}`, evidenceDueBy: DUE })] }),
      ),
    },
    ahead: {
      en: 'Respond to 2 disputes in Stripe, the first by Dec 1, 2026',
      it: 'Rispondi a 2 contestazioni in Stripe, alla prima entro il 1° dic 2026',
    },
    over: {
      en: 'Respond to 2 disputes in Stripe. The first response was due on Dec 1, 2026',
      it: 'Rispondi a 2 contestazioni in Stripe. La prima risposta andava inviata entro il 1° dic 2026',
    },
  },
  {
    of: 'an inquiry',
    objects: {
      charges: [
        charge({
          disputes: [
            dispute({
              status: 'warning_needs_response',
              evidenceDueBy: DUE,
              balanceTransactions: [],
            }),
          ],
        }),
      ],
    },
    ahead: {
      en: 'The bank is asking about a payment. Respond in Stripe by Dec 1, 2026',
      it: 'La banca chiede informazioni su un pagamento. Rispondi in Stripe entro il 1° dic 2026',
    },
    over: {
      en: 'The bank asked about a payment. The response was due on Dec 1, 2026',
      it: 'La banca ha chiesto informazioni su un pagamento. La risposta andava inviata entro il 1° dic 2026',
    },
  },
  {
    of: 'an authorization',
    objects: { charges: [authorization({ captureBefore: DUE })] },
    ahead: {
      en: 'Capture $20.00 in Stripe by Dec 1, 2026',
      it: 'Acquisisci 20,00 USD in Stripe entro il 1° dic 2026',
    },
    over: {
      en: 'The last day to capture $20.00 was Dec 1, 2026',
      it: "L'ultimo giorno per acquisire 20,00 USD era il 1° dic 2026",
    },
  },
  {
    of: 'a debit on its way',
    objects: {
      charges: [pendingDebit({ balanceTransaction: balanceTransaction({ availableOn: DUE }) })],
    },
    ahead: {
      en: "$20.00 is on its way from the customer's bank. Less its fee, it reaches your Stripe balance by Dec 1, 2026.",
      it: '20,00 USD stanno arrivando dalla banca del cliente. Meno la commissione, saranno nel tuo saldo Stripe entro il 1° dic 2026.',
    },
    over: {
      en: '$20.00 was expected in your Stripe balance by Dec 1, 2026',
      it: '20,00 USD erano attesi nel tuo saldo Stripe entro il 1° dic 2026',
    },
  },
  {
    of: 'a subscription',
    objects: {
      subscriptions: [subscription({ items: [subscriptionItem({ currentPeriodEnd: DUE })] })],
    },
    ahead: {
      en: 'The subscription renews on Dec 1, 2026.',
      it: "L'abbonamento si rinnova il 1° dic 2026.",
    },
    over: {
      en: 'The subscription was to renew on Dec 1, 2026',
      it: "Il rinnovo dell'abbonamento era previsto per il 1° dic 2026",
    },
  },
  {
    of: 'a trial',
    objects: { subscriptions: [trial] },
    ahead: { en: 'The trial ends on Dec 1, 2026.', it: 'La prova termina il 1° dic 2026.' },
    over: {
      en: 'The trial was to end on Dec 1, 2026',
      it: 'La fine della prova era prevista per il 1° dic 2026',
    },
  },
  {
    of: 'an attempt to collect',
    objects: {
      invoices: [invoice({ dueDate: AS_OF_MS / 1_000 - 86_400, nextPaymentAttempt: DUE })],
    },
    ahead: {
      en: 'Stripe tries to collect it again on Dec 1, 2026.',
      it: 'Stripe riprova a incassarla il 1° dic 2026.',
    },
    over: {
      en: 'Stripe was to try again to collect it on Dec 1, 2026.',
      it: 'Stripe doveva riprovare a incassarla il 1° dic 2026.',
    },
  },
  {
    of: 'an open invoice',
    objects: { invoices: [invoice({ dueDate: DUE })] },
    ahead: {
      en: '$20.00 is due. The next due date is Dec 1, 2026.',
      it: '20,00 USD da pagare. La prossima scadenza è il 1° dic 2026.',
    },
    over: {
      en: '$20.00 was due on Dec 1, 2026',
      it: 'La scadenza per 20,00 USD era il 1° dic 2026',
    },
  },
];

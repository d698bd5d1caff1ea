import type {
  TerminalPresentation,
  StripeAccountFacts,
  StripeKeyCheck,
  TerminalTexts,
} from '@stripe-payments/core';
import {
  countryText,
  formatCurrency,
  accountUrl,
  problemText,
  readinessLines,
  readinessOf,
  shortened,
} from '@stripe-payments/core';
import type { Block, Row, Tone } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import { isPassing } from '../exit-code.ts';

type UsableKey = Extract<StripeKeyCheck, { readonly status: 'usable' }>;

const MAX_OF_NAME = 120;

const TONES: Readonly<Record<ReturnType<typeof readinessOf>['status'], Tone>> = {
  ready: 'good',
  'in-review': 'attention',
  'action-needed': 'bad',
  unreadable: 'attention',
};

function currenciesRow(
  { settlementCurrencies: read }: UsableKey,
  { texts }: TerminalPresentation,
): Row {
  const words = texts.setup.stripeAccount;
  const label = words.currencies;
  if (!read.isReadable) return { label, text: texts.setup.unreadable, tone: 'attention' };
  const codes = read.codes.map(formatCurrency).join(', ');
  return { label, text: codes === '' ? words.noCurrencies : codes };
}

function factRows(
  facts: StripeAccountFacts,
  currencies: Row,
  { texts, language }: TerminalPresentation,
): readonly Row[] {
  const { setup } = texts;
  const words = setup.stripeAccount;
  const { status } = readinessOf(facts);
  const country = facts.country === null ? setup.unreadable : countryText(facts.country, language);
  const switchRow = (label: string, isEnabled: boolean): Row => ({
    label,
    text: isEnabled ? words.enabled : words.disabled,
    tone: isEnabled ? 'plain' : 'bad',
  });
  return [
    { label: words.name, text: shortened(facts.name ?? words.noName, MAX_OF_NAME) },
    { label: words.country, text: country },
    currencies,
    switchRow(words.charges, facts.chargesEnabled),
    switchRow(words.payouts, facts.payoutsEnabled),
    { label: words.status, text: words.readiness[status], tone: TONES[status] },
  ];
}

/** Where something is to be done about the account. */
function addressBlocks(
  facts: StripeAccountFacts,
  mode: UsableKey['mode'],
  { setup }: TerminalTexts,
): readonly Block[] {
  const url = accountUrl(mode, facts.id);
  if (readinessOf(facts).status !== 'action-needed' || url === null) return [];
  return [
    paragraph(`${setup.stripeAccount.open}:`, { depth: 1 }),
    paragraph(url, { depth: 2, tone: 'faint' }),
  ];
}

/** The account that the key opens, and whether it may take money and pay it out. */
export function stripeAccountBlocks(
  check: StripeKeyCheck,
  presentation: TerminalPresentation,
): readonly Block[] {
  const { texts } = presentation;
  if (check.status === 'unusable') {
    const { unreadable, stripeAccount } = texts.setup;
    return [paragraph(isPassing(check.error) ? unreadable : stripeAccount.needsKey, { depth: 1 })];
  }
  const currencies = currenciesRow(check, presentation);
  const { account } = check;
  const words = texts.setup.stripeAccount;
  if (!account.isReadable) {
    const status: Row = {
      label: words.status,
      text: words.readiness.unreadable,
      tone: TONES.unreadable,
    };
    return [
      { kind: 'rows', rows: [currencies, status] },
      // A missing permission is told beside the key, with what it is for.
      ...(account.error.code === 'stripe-permission'
        ? []
        : [paragraph(problemText(account.error, texts), { depth: 1 })]),
      paragraph(words.unreadableNote, { depth: 1 }),
    ];
  }
  return [
    { kind: 'rows', rows: factRows(account, currencies, presentation) },
    ...readinessLines(account, presentation).map((line) => paragraph(line, { depth: 1 })),
    ...addressBlocks(account, check.mode, texts),
  ];
}

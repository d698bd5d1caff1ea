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
  failureParagraph,
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
  const labels = texts.setup.stripeAccount;
  const label = labels.currencies;
  if (!read.isReadable) return { label, text: texts.setup.unreadable, tone: 'attention' };
  const codes = read.codes.map(formatCurrency).join(', ');
  return { label, text: codes === '' ? labels.noCurrencies : codes };
}

function factRows(
  facts: StripeAccountFacts,
  currencies: Row,
  { texts, language }: TerminalPresentation,
): readonly Row[] {
  const { setup } = texts;
  const labels = setup.stripeAccount;
  const { status } = readinessOf(facts);
  const country = facts.country === null ? setup.unreadable : countryText(facts.country, language);
  const switchRow = (label: string, isEnabled: boolean): Row => ({
    label,
    text: isEnabled ? labels.enabled : labels.disabled,
    tone: isEnabled ? 'plain' : 'bad',
  });
  return [
    { label: labels.name, text: shortened(facts.name ?? labels.noName, MAX_OF_NAME) },
    { label: labels.country, text: country },
    currencies,
    switchRow(labels.charges, facts.chargesEnabled),
    switchRow(labels.payouts, facts.payoutsEnabled),
    { label: labels.status, text: labels.readiness[status], tone: TONES[status] },
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
  const labels = texts.setup.stripeAccount;
  if (!account.isReadable) {
    const status: Row = {
      label: labels.status,
      text: labels.readiness.unreadable,
      tone: TONES.unreadable,
    };
    return [
      { kind: 'rows', rows: [currencies, status] },
      // A missing permission is shown beside the key, with what it is for.
      ...(account.error.code === 'stripe-permission'
        ? []
        : [paragraph(failureParagraph(account.error, texts), { depth: 1 })]),
      paragraph(labels.unreadableNote, { depth: 1 }),
    ];
  }
  return [
    { kind: 'rows', rows: factRows(account, currencies, presentation) },
    ...readinessLines(account, presentation).map((line) => paragraph(line, { depth: 1 })),
    ...addressBlocks(account, check.mode, texts),
  ];
}

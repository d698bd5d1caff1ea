import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import type { Failure, StripeAccountFacts, StripeKeyCheck } from '@stripe-payments/core';
import {
  accountUrl,
  brief,
  countryText,
  formatCurrency,
  problemText,
  readinessLines,
  readinessOf,
} from '@stripe-payments/core';
import { CheckedLink } from '@stripe-payments/ui';
import { usePresentation, useTexts } from './use-presentation.ts';

type Usable = Extract<StripeKeyCheck, { readonly status: 'usable' }>;

const MAX_OF_NAME = 120;

const VARIANTS = {
  ready: 'success',
  'in-review': 'warning',
  'action-needed': 'danger',
  unreadable: 'default',
} as const;

function Status({ facts }: { readonly facts: StripeAccountFacts }) {
  const words = useTexts().setup.stripeAccount;
  const { status } = readinessOf(facts);
  return (
    <StatusTag variant={VARIANTS[status]} testId="readiness">
      {words.readiness[status]}
    </StatusTag>
  );
}

/** What the status means, and the page on which something can be done about it. */
function Explanation({
  facts,
  check,
}: {
  readonly facts: StripeAccountFacts;
  readonly check: Usable;
}) {
  const presentation = usePresentation();
  const words = presentation.texts.setup.stripeAccount;
  return (
    <Flex direction="column" gap="extra-small">
      {[...new Set(readinessLines(facts, presentation))].map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <CheckedLink url={accountUrl(check.mode, facts.id)} text={words.open} />
    </Flex>
  );
}

function Currencies({ check }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const { settlementCurrencies: read } = check;
  const { stripeAccount: words } = setup;
  if (!read.isReadable) return <Text>{setup.unreadable}</Text>;
  const codes = read.codes.map(formatCurrency).join(', ');
  return <Text testId="settlement-currencies">{codes === '' ? words.noCurrencies : codes}</Text>;
}

function Facts({ facts, check }: { readonly facts: StripeAccountFacts; readonly check: Usable }) {
  const { texts, language } = usePresentation();
  const { setup } = texts;
  const words = setup.stripeAccount;
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={words.status}>
        <Status facts={facts} />
      </DescriptionListItem>
      <DescriptionListItem label={words.name}>
        <Text>{facts.name === null ? words.noName : brief(facts.name, MAX_OF_NAME)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.country}>
        <Text>
          {facts.country === null ? setup.unreadable : countryText(facts.country, language)}
        </Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.currencies}>
        <Currencies check={check} />
      </DescriptionListItem>
      <DescriptionListItem label={words.charges}>
        <Text testId="charges">{facts.chargesEnabled ? words.enabled : words.disabled}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.payouts}>
        <Text testId="payouts">{facts.payoutsEnabled ? words.enabled : words.disabled}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

/** An account that the key may not read, or that Stripe did not give just now. */
function Unreadable({ check, error }: { readonly check: Usable; readonly error: Failure }) {
  const texts = useTexts();
  const { stripeAccount: words, unreadable } = texts.setup;
  const isForbidden = error.code === 'stripe-permission';
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={words.status}>
        <Flex direction="column" gap="extra-small">
          <StatusTag variant={VARIANTS.unreadable} testId="readiness">
            {isForbidden ? words.readiness.unreadable : unreadable}
          </StatusTag>
          <Text testId="account-problem">{problemText(error, texts)}</Text>
          <Text>{words.unreadableNote}</Text>
        </Flex>
      </DescriptionListItem>
      <DescriptionListItem label={words.currencies}>
        <Currencies check={check} />
      </DescriptionListItem>
    </DescriptionList>
  );
}

/** The account that the key opens, and whether it may take money and pay it out. */
export function StripeAccount({ check }: { readonly check: StripeKeyCheck }) {
  const words = useTexts().setup.stripeAccount;
  if (check.status !== 'usable') return <Text testId="needs-key">{words.needsKey}</Text>;
  const { account } = check;
  if (!account.isReadable) return <Unreadable check={check} error={account.error} />;
  return (
    <Flex direction="column" gap="small">
      <Facts facts={account} check={check} />
      <Explanation facts={account} check={check} />
    </Flex>
  );
}

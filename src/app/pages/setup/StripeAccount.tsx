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
  readinessLines,
  readinessOf,
} from '@stripe-payments/core';
import { CheckedLink } from '@stripe-payments/ui';
import { FailureDescription } from '../failures.tsx';
import { usePresentation, useTexts } from '../use-presentation.ts';

type Usable = Extract<StripeKeyCheck, { readonly status: 'usable' }>;

const MAX_OF_NAME = 120;

const VARIANTS = {
  ready: 'success',
  'in-review': 'warning',
  'action-needed': 'danger',
  unreadable: 'default',
} as const;

function Status({ facts }: { readonly facts: StripeAccountFacts }) {
  const texts = useTexts().setup.stripeAccount;
  const { status } = readinessOf(facts);
  return (
    <StatusTag variant={VARIANTS[status]} testId="readiness">
      {texts.readiness[status]}
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
  const texts = presentation.texts.setup.stripeAccount;
  return (
    <Flex direction="column" gap="extra-small">
      {[...new Set(readinessLines(facts, presentation))].map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <CheckedLink url={accountUrl(check.mode, facts.id)} text={texts.open} />
    </Flex>
  );
}

function Currencies({ check }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const { settlementCurrencies: read } = check;
  const { stripeAccount: texts } = setup;
  if (!read.isReadable) return <Text>{setup.unreadable}</Text>;
  const codes = read.codes.map(formatCurrency).join(', ');
  return <Text testId="settlement-currencies">{codes === '' ? texts.noCurrencies : codes}</Text>;
}

function AccountFees({ check: { accountFees: read } }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const { accountFeesSeen, noAccountFees } = setup.stripeAccount;
  const text = read.isReadable && read.areSeen ? accountFeesSeen : noAccountFees;
  return <Text testId="account-fees">{read.isReadable ? text : setup.unreadable}</Text>;
}

function Facts({ facts, check }: { readonly facts: StripeAccountFacts; readonly check: Usable }) {
  const { texts, language } = usePresentation();
  const { setup } = texts;
  const labels = setup.stripeAccount;
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={labels.status}>
        <Status facts={facts} />
      </DescriptionListItem>
      <DescriptionListItem label={labels.name}>
        <Text>{facts.name === null ? labels.noName : brief(facts.name, MAX_OF_NAME)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={labels.country}>
        <Text>
          {facts.country === null ? setup.unreadable : countryText(facts.country, language)}
        </Text>
      </DescriptionListItem>
      <DescriptionListItem label={labels.currencies}>
        <Currencies check={check} />
      </DescriptionListItem>
      <DescriptionListItem label={labels.accountFees}>
        <AccountFees check={check} />
      </DescriptionListItem>
      <DescriptionListItem label={labels.charges}>
        <Text testId="charges">{facts.chargesEnabled ? labels.enabled : labels.disabled}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={labels.payouts}>
        <Text testId="payouts">{facts.payoutsEnabled ? labels.enabled : labels.disabled}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

/** An account that the key may not read, or that Stripe did not give just now. */
function Unreadable({ check, error }: { readonly check: Usable; readonly error: Failure }) {
  const texts = useTexts();
  const { stripeAccount: labels, unreadable } = texts.setup;
  const isForbidden = error.code === 'stripe-permission';
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={labels.status}>
        <Flex direction="column" gap="extra-small">
          <StatusTag variant={VARIANTS.unreadable} testId="readiness">
            {isForbidden ? labels.readiness.unreadable : unreadable}
          </StatusTag>
          <Flex testId="account-problem">
            <FailureDescription failure={error} />
          </Flex>
          <Text>{labels.unreadableNote}</Text>
        </Flex>
      </DescriptionListItem>
      <DescriptionListItem label={labels.currencies}>
        <Currencies check={check} />
      </DescriptionListItem>
    </DescriptionList>
  );
}

/** The account that the key opens, and whether it may take money and pay it out. */
export function StripeAccount({ check }: { readonly check: StripeKeyCheck }) {
  const texts = useTexts().setup.stripeAccount;
  if (check.status !== 'usable') return <Text testId="needs-key">{texts.needsKey}</Text>;
  const { account } = check;
  if (!account.isReadable) return <Unreadable check={check} error={account.error} />;
  return (
    <Flex direction="column" gap="small">
      <Facts facts={account} check={check} />
      <Explanation facts={account} check={check} />
    </Flex>
  );
}

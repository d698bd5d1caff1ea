import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  Link,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import type { StripeAccountFacts, StripeKeyCheck } from '@stripe-payments/core';
import {
  countryText,
  formatCurrency,
  isolated,
  readinessLines,
  readinessOf,
  switchText,
} from '@stripe-payments/core';
import { usePresentation, useTexts } from '../hooks/use-presentation.ts';

type Usable = Extract<StripeKeyCheck, { readonly status: 'usable' }>;

const VARIANTS = {
  ready: 'success',
  'in-review': 'warning',
  'action-needed': 'danger',
  unreadable: 'default',
} as const;

/** Only an id that Stripe's are like becomes part of an address. */
function accountUrl({ id }: StripeAccountFacts, mode: 'live' | 'test'): string | null {
  if (!/^acct_[A-Za-z0-9]+$/.test(id)) return null;
  return `https://dashboard.stripe.com/${id}/${mode === 'test' ? 'test/' : ''}settings/account`;
}

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
  const url = accountUrl(facts, check.mode);
  return (
    <Flex direction="column" gap="extra-small">
      {readinessLines(facts, presentation).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {url !== null && <Link href={{ url, external: true }}>{words.open}</Link>}
    </Flex>
  );
}

function Currencies({ check }: { readonly check: Usable }) {
  const { setup } = useTexts();
  const { settlementCurrencies: read } = check;
  if (!read.isReadable) return <Text>{setup.unreadable}</Text>;
  return <Text>{read.codes.map(formatCurrency).join(', ')}</Text>;
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
        <Text>{facts.name === null ? words.noName : isolated(facts.name)}</Text>
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
        <Text>{switchText(facts.isChargesEnabled, facts, setup)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.payouts}>
        <Text>{switchText(facts.isPayoutsEnabled, facts, setup)}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

/** The account that the key opens, and whether it may take money and pay it out. */
export function StripeAccount({ check }: { readonly check: StripeKeyCheck }) {
  const { setup } = useTexts();
  const words = setup.stripeAccount;
  if (check.status === 'unusable') return <Text>{setup.unreadable}</Text>;
  const { account } = check;
  if (account.isReadable) {
    return (
      <Flex direction="column" gap="small">
        <Facts facts={account} check={check} />
        <Explanation facts={account} check={check} />
      </Flex>
    );
  }
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={words.status}>
        <Flex direction="column" gap="extra-small">
          <StatusTag variant={VARIANTS.unreadable} testId="readiness">
            {words.readiness.unreadable}
          </StatusTag>
          {account.error.detail !== undefined && <Text>{account.error.detail}</Text>}
          <Text>{words.unreadableNote}</Text>
        </Flex>
      </DescriptionListItem>
      <DescriptionListItem label={words.currencies}>
        <Currencies check={check} />
      </DescriptionListItem>
    </DescriptionList>
  );
}

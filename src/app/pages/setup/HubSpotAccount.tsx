import {
  Accordion,
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Text,
} from '@hubspot/ui-extensions';
import type {
  CheckResult,
  CrmCheck,
  Failure,
  ScopeCheck,
  SetupTexts,
  StripeKeyCheck,
} from '@stripe-payments/core';
import { knownText, failureTitle, recordCounts } from '@stripe-payments/core';
import { FailureAlert, FailureDescription } from '../failures.tsx';
import { useTexts } from '../use-presentation.ts';

interface CrmAccountProps {
  readonly crm: CheckResult<CrmCheck>;
  readonly stripeKey: StripeKeyCheck;
}

const namesOf = (scopes: readonly ScopeCheck[], status: ScopeCheck['status']): string =>
  scopes
    .filter((scope) => scope.status === status)
    .map(({ name }) => name)
    .join(', ');

function AccountFacts({ crm }: { readonly crm: CrmCheck }) {
  const { setup } = useTexts();
  const texts = setup.crm;
  const { account, scopes } = crm;
  const granted = scopes.filter(({ status }) => status === 'granted').length;
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={texts.portal}>
        <Text testId="portal">
          {account.isReadable
            ? `${String(account.portalId)}, ${knownText(texts.accountTypes, account.accountType)}`
            : setup.unreadable}
        </Text>
      </DescriptionListItem>
      <DescriptionListItem label={texts.scopes}>
        <Text testId="scopes">{texts.scopesOf(granted, scopes.length)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={texts.currencies}>
        <Text testId="currencies">
          {account.isReadable
            ? [account.currency, ...account.additionalCurrencies].join(', ')
            : setup.unreadable}
        </Text>
      </DescriptionListItem>
      <DescriptionListItem label={texts.timeZone}>
        <Text testId="time-zone">{account.isReadable ? account.timeZone : setup.unreadable}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

function Scopes({ crm: { account, scopes } }: { readonly crm: CrmCheck }) {
  const texts = useTexts();
  const labels = texts.setup.crm;
  const missing = namesOf(scopes, 'missing');
  const unknown = namesOf(scopes, 'unknown');
  return (
    <>
      {missing !== '' && (
        <Alert title={labels.missingScopesTitle} variant="danger" testId="missing-scopes">
          <Text>{labels.missingScopes(missing)}</Text>
          <Text>
            {labels.reinstall(account.isReadable ? String(account.portalId) : '<account-id>')}
          </Text>
        </Alert>
      )}
      {unknown !== '' && <Text testId="unknown-scopes">{labels.unknownScopes(unknown)}</Text>}
    </>
  );
}

/** Figures of live payments under a test key, or the other way round. */
function OtherMode({
  crm,
  stripeKey,
}: {
  readonly crm: CrmCheck;
  readonly stripeKey: StripeKeyCheck;
}) {
  const texts = useTexts();
  const { crm: labels, modes } = texts.setup;
  if (!crm.records.isReadable || stripeKey.status !== 'usable') return null;
  const records = recordCounts(crm.records.counts, 'ofOtherMode', texts);
  if (records === '') return null;
  const other = stripeKey.mode === 'live' ? modes.test : modes.live;
  return (
    <Alert title={labels.otherModeTitle(other)} variant="warning" testId="other-mode">
      <Text>{labels.otherMode(records)}</Text>
    </Alert>
  );
}

/** The HubSpot account: what it grants the app, and what its plan decides. */
export function CrmAccount({ crm, stripeKey }: CrmAccountProps) {
  const texts = useTexts();
  const labels = texts.setup.crm;
  if (!crm.isReadable) {
    const { error } = crm;
    return (
      <FailureAlert title={hubspotTitle(error, texts)} failures={[error]} testId="crm-problem" />
    );
  }
  const { account } = crm;
  return (
    <Flex direction="column" gap="small">
      <AccountFacts crm={crm} />
      {!account.isReadable && (
        <Flex testId="account-facts-problem">
          <FailureDescription failure={account.error} />
        </Flex>
      )}
      <Scopes crm={crm} />
      <OtherMode crm={crm} stripeKey={stripeKey} />
      <Accordion title={labels.plansTitle} size="sm">
        <Flex direction="column" gap="extra-small">
          <Text>{labels.functions}</Text>
          <Text>{labels.endpoints}</Text>
        </Flex>
      </Accordion>
    </Flex>
  );
}

/** Where the obstacle is, of something that only HubSpot was asked: a clock that ran out is not Stripe's. */
export const hubspotTitle = ({ code }: Failure, texts: SetupTexts): string =>
  code === 'timeout' ? texts.card.states.hubspotTitle : failureTitle(code, texts);

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
import { knownText, problemText, failureTitle, recordCounts } from '@stripe-payments/core';
import { FailureAlert } from '@stripe-payments/ui';
import { useTexts } from './use-presentation.ts';

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
  const words = setup.crm;
  const { account, scopes } = crm;
  const granted = scopes.filter(({ status }) => status === 'granted').length;
  return (
    <DescriptionList direction="row">
      <DescriptionListItem label={words.portal}>
        <Text testId="portal">
          {account.isReadable
            ? `${String(account.portalId)}, ${knownText(words.accountTypes, account.accountType)}`
            : setup.unreadable}
        </Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.scopes}>
        <Text testId="scopes">{words.scopesOf(granted, scopes.length)}</Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.currencies}>
        <Text testId="currencies">
          {account.isReadable
            ? [account.currency, ...account.additionalCurrencies].join(', ')
            : setup.unreadable}
        </Text>
      </DescriptionListItem>
      <DescriptionListItem label={words.timeZone}>
        <Text testId="time-zone">{account.isReadable ? account.timeZone : setup.unreadable}</Text>
      </DescriptionListItem>
    </DescriptionList>
  );
}

function Scopes({ scopes }: { readonly scopes: readonly ScopeCheck[] }) {
  const words = useTexts().setup.crm;
  const missing = namesOf(scopes, 'missing');
  const unknown = namesOf(scopes, 'unknown');
  return (
    <>
      {missing !== '' && (
        <Alert title={words.missingScopesTitle} variant="danger" testId="missing-scopes">
          <Text>{words.missingScopes(missing)}</Text>
          <Text>{words.reinstall}</Text>
        </Alert>
      )}
      {unknown !== '' && <Text testId="unknown-scopes">{words.unknownScopes(unknown)}</Text>}
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
  const { crm: words, modes } = texts.setup;
  if (!crm.records.isReadable || stripeKey.status !== 'usable') return null;
  const records = recordCounts(crm.records.counts, 'ofOtherMode', texts);
  if (records === '') return null;
  const other = stripeKey.mode === 'live' ? modes.test : modes.live;
  return (
    <Alert title={words.otherModeTitle(other)} variant="warning" testId="other-mode">
      <Text>{words.otherMode(records)}</Text>
    </Alert>
  );
}

/** The HubSpot account: what it grants the app, and what its plan decides. */
export function CrmAccount({ crm, stripeKey }: CrmAccountProps) {
  const texts = useTexts();
  const words = texts.setup.crm;
  if (!crm.isReadable) {
    const { error } = crm;
    return <FailureAlert title={crmTitle(error, texts)} failures={[error]} testId="crm-problem" />;
  }
  const { account } = crm;
  return (
    <Flex direction="column" gap="small">
      <AccountFacts crm={crm} />
      {!account.isReadable && (
        <Text testId="account-facts-problem">{problemText(account.error, texts)}</Text>
      )}
      <Scopes scopes={crm.scopes} />
      <OtherMode crm={crm} stripeKey={stripeKey} />
      <Accordion title={words.plansTitle} size="sm">
        <Flex direction="column" gap="extra-small">
          <Text>{words.functions}</Text>
          <Text>{words.endpoints}</Text>
        </Flex>
      </Accordion>
    </Flex>
  );
}

/** Where the obstacle is, of something that only HubSpot was asked: a clock that ran out is not Stripe's. */
export const crmTitle = ({ code }: Failure, texts: SetupTexts): string =>
  code === 'timeout' ? texts.card.states.crmTitle : failureTitle(code, texts);

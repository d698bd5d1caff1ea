import {
  Button,
  Flex,
  Heading,
  Inline,
  LoadingSpinner,
  SearchInput,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { FoundCustomer } from '@stripe-payments/core';
import { brief, dayText, isolated, isVisible } from '@stripe-payments/core';
import { LongText, FailureAlert, usePresentation, useTexts } from '@stripe-payments/ui';
import { shortName } from '../tables/payers.ts';
import { LinkOutcome } from './LinkOutcome.tsx';
import type { Linking } from './LinkPanel.tsx';
import { FoundPayments } from './PaymentChoice.tsx';
import type { CustomerSearch as Search } from './use-customer-search.ts';
import { paymentIdIn } from './use-customer-search.ts';

const MAX_OF_QUERY = 80;

interface SearchOutcomeProps extends Pick<Search, 'state'> {
  readonly linking: Linking;
}

function SearchOutcome({ state, linking }: SearchOutcomeProps) {
  const texts = useTexts().card.links;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return <LoadingSpinner label={texts.searching} showLabel size="sm" layout="inline" />;
    case 'failed':
      return (
        <FailureAlert
          variant="warning"
          testId="search-problem"
          title={texts.notSearched}
          failures={[state.failure]}
        />
      );
    case 'done':
      return state.answer.customers.length === 0 ? (
        <Text testId="no-customer-found">
          {texts.noCustomerFound(brief(state.request, MAX_OF_QUERY))}
        </Text>
      ) : (
        <FoundCustomers customers={state.answer.customers} linking={linking} />
      );
  }
}

/** Finds customers in Stripe by name, email or id, and payments by id. */
export function CustomerSearch({ linking }: { readonly linking: Linking }) {
  const { search, changes } = linking;
  const paymentId = paymentIdIn(search.query);
  const texts = useTexts().card.links;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.searchTitle}</Heading>
      <SearchInput
        name="customer-search"
        label={texts.search}
        placeholder={texts.searchButton}
        description={texts.searchHint}
        value={search.query}
        error={search.isRefused}
        validationMessage={search.isRefused ? texts.searchProblem : ''}
        onInput={search.type}
        onChange={search.search}
        testId="customer-search"
      />
      <Inline>
        {paymentId === undefined ? (
          <Button
            variant="secondary"
            size="sm"
            disabled={search.query.trim() === ''}
            onClick={search.searchTyped}
            testId="search"
          >
            {texts.searchButton}
          </Button>
        ) : (
          <Button
            variant="secondary"
            size="sm"
            disabled={changes.isRunning}
            onClick={() => {
              changes.request('customers', { action: 'assign', ids: [paymentId] }, paymentId);
            }}
            testId="assign-pasted"
          >
            {texts.assign}
          </Button>
        )}
      </Inline>
      {paymentId === undefined && <SearchOutcome state={search.state} linking={linking} />}
      <FoundPayments linking={linking} section="customers" />
      <LinkOutcome section="customers" changes={changes} found={linking.found} />
    </Flex>
  );
}

interface FoundCustomersProps {
  readonly customers: readonly FoundCustomer[];
  readonly linking: Linking;
}

const visibleOr = (text: string | null, instead: string): string =>
  text !== null && isVisible(text) ? isolated(text) : instead;

/** What a search found: enough of each customer to tell two of one name apart. */
function FoundCustomers({ customers, linking }: FoundCustomersProps) {
  const { changes, found, links } = linking;
  const presentation = usePresentation();
  const { links: texts, common } = presentation.texts.card;
  const linkedIds = new Set(links.customers.map(({ id }) => id));
  return (
    <Table bordered density="condensed" testId="customer-results">
      <TableHead>
        <TableRow>
          <TableHeader>{texts.name}</TableHeader>
          <TableHeader align="right">{texts.link}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {customers.map(({ id, name, email, created }) => {
          const known = shortName({ id, name, email });
          return (
            <TableRow key={id}>
              <TableCell>
                <LongText
                  text={visibleOr(name, common.unnamed)}
                  format={{ fontWeight: 'demibold' }}
                />
                <LongText text={visibleOr(email, texts.noAddress)} />
                <Text variant="microcopy">{id}</Text>
                <Text variant="microcopy">
                  {texts.customerSince(dayText(created, presentation))}
                </Text>
              </TableCell>
              <TableCell align="right">
                {linkedIds.has(id) ? (
                  <Tag variant="success">{texts.linked}</Tag>
                ) : (
                  <Button
                    variant="secondary"
                    size="xs"
                    disabled={changes.isRunning}
                    onClick={() => {
                      changes.request('customers', { action: 'link', customerId: id }, known);
                    }}
                    testId={`link-${id}`}
                  >
                    {texts.link}
                  </Button>
                )}
                <Button
                  variant="secondary"
                  size="xs"
                  onClick={() => {
                    found.list({ customerId: id, name: known, section: 'customers' });
                  }}
                  testId={`list-${id}`}
                >
                  {texts.listPayments}
                </Button>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

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
import type { LinkedId } from './record-links.ts';
import type { CustomerSearch as Search } from './use-customer-search.ts';
import type { LinkChanges } from './use-link-change.ts';

const MAX_OF_QUERY = 80;

interface CustomerSearchProps {
  readonly search: Search;
  readonly linked: readonly LinkedId[];
  readonly changes: LinkChanges;
}

type SearchOutcomeProps = Omit<CustomerSearchProps, 'search'> & Pick<Search, 'state'>;

function SearchOutcome({ state, linked, changes }: SearchOutcomeProps) {
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
          title={texts.refused}
          failures={[state.failure]}
        />
      );
    case 'done':
      return state.answer.customers.length === 0 ? (
        <Text testId="no-customer-found">
          {texts.noCustomerFound(brief(state.request, MAX_OF_QUERY))}
        </Text>
      ) : (
        <FoundCustomers customers={state.answer.customers} linked={linked} changes={changes} />
      );
  }
}

/** Finds customers in Stripe by name, address or id. */
export function CustomerSearch({ search, linked, changes }: CustomerSearchProps) {
  const texts = useTexts().card.links;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.searchTitle}</Heading>
      <SearchInput
        name="customer-search"
        label={texts.search}
        placeholder={texts.searchButton}
        description={texts.searchHint}
        onInput={search.type}
        onChange={search.search}
        testId="customer-search"
      />
      <Inline>
        <Button
          variant="secondary"
          size="sm"
          disabled={search.query.trim() === ''}
          onClick={search.searchTyped}
          testId="search"
        >
          {texts.searchButton}
        </Button>
      </Inline>
      <SearchOutcome state={search.state} linked={linked} changes={changes} />
    </Flex>
  );
}

interface FoundCustomersProps {
  readonly customers: readonly FoundCustomer[];
  readonly linked: readonly LinkedId[];
  readonly changes: LinkChanges;
}

const visibleOr = (text: string | null, instead: string): string =>
  text !== null && isVisible(text) ? isolated(text) : instead;

/** What a search found: enough of each customer to tell two of one name apart. */
function FoundCustomers({ customers, linked, changes }: FoundCustomersProps) {
  const presentation = usePresentation();
  const texts = presentation.texts.card.links;
  const linkedIds = new Set(linked.map(({ id }) => id));
  return (
    <>
      <Text variant="microcopy">{texts.customersFound(customers.length)}</Text>
      <Table bordered density="condensed" testId="customer-results">
        <TableHead>
          <TableRow>
            <TableHeader>{texts.name}</TableHeader>
            <TableHeader align="right">{texts.link}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {customers.map(({ id, name, email, created }) => (
            <TableRow key={id}>
              <TableCell>
                <LongText
                  text={visibleOr(name, texts.unnamed)}
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
                      changes.request('customers', { action: 'link', customerId: id });
                    }}
                    testId={`link-${id}`}
                  >
                    {texts.link}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

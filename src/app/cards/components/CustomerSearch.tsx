import {
  Button,
  Flex,
  Heading,
  Inline,
  LoadingSpinner,
  SearchInput,
  Text,
} from '@hubspot/ui-extensions';
import { brief } from '@stripe-payments/core';
import type { TiedId } from '../hooks/record-links.ts';
import type { CustomerSearch as Search, SearchState } from '../hooks/use-customer-search.ts';
import type { LinkChanges } from '../hooks/use-link-change.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { FoundCustomers } from './FoundCustomers.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

const MAX_OF_QUERY = 80;

interface CustomerSearchProps {
  readonly search: Search;
  readonly linked: readonly TiedId[];
  readonly changes: LinkChanges;
}

type SearchOutcomeProps = Omit<CustomerSearchProps, 'search'> & { readonly state: SearchState };

function SearchOutcome({ state, linked, changes }: SearchOutcomeProps) {
  const words = useTexts().card.links;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'searching':
      return <LoadingSpinner label={words.searching} showLabel size="sm" layout="inline" />;
    case 'failed':
      return (
        <ProblemAlert
          variant="warning"
          testId="search-problem"
          title={words.refused}
          problems={[state.error]}
        />
      );
    case 'found':
      return state.customers.length === 0 ? (
        <Text testId="nobody-found">{words.nobodyFound(brief(state.query, MAX_OF_QUERY))}</Text>
      ) : (
        <FoundCustomers customers={state.customers} linked={linked} changes={changes} />
      );
  }
}

/** Finds customers in Stripe by name, address or id. */
export function CustomerSearch({ search, linked, changes }: CustomerSearchProps) {
  const words = useTexts().card.links;
  return (
    <Flex direction="column" gap="small">
      <Heading>{words.searchTitle}</Heading>
      <SearchInput
        name="customer-search"
        label={words.search}
        placeholder={words.searchButton}
        description={words.searchHint}
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
          {words.searchButton}
        </Button>
      </Inline>
      <SearchOutcome state={search.state} linked={linked} changes={changes} />
    </Flex>
  );
}

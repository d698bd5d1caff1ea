import {
  Button,
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
import { dayText, isolated, isVisible } from '@stripe-payments/core';
import type { TiedId } from '../hooks/record-links.ts';
import type { LinkChanges } from '../hooks/use-link-change.ts';
import { usePresentation } from '../hooks/use-presentation.ts';
import { LongText } from './LongText.tsx';

interface FoundCustomersProps {
  readonly customers: readonly FoundCustomer[];
  readonly linked: readonly TiedId[];
  readonly changes: LinkChanges;
}

const visibleOr = (text: string | null, instead: string): string =>
  text !== null && isVisible(text) ? isolated(text) : instead;

/** What a search found: enough of each customer to tell two of one name apart. */
export function FoundCustomers({ customers, linked, changes }: FoundCustomersProps) {
  const presentation = usePresentation();
  const words = presentation.texts.card.links;
  const linkedIds = new Set(linked.map(({ id }) => id));
  return (
    <>
      <Text variant="microcopy">{words.customersFound(customers.length)}</Text>
      <Table bordered density="condensed" testId="customer-results">
        <TableHead>
          <TableRow>
            <TableHeader>{words.name}</TableHeader>
            <TableHeader align="right">{words.link}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {customers.map(({ id, name, email, created }) => (
            <TableRow key={id}>
              <TableCell>
                <LongText
                  text={visibleOr(name, words.unnamed)}
                  format={{ fontWeight: 'demibold' }}
                />
                <LongText text={visibleOr(email, words.noAddress)} />
                <Text variant="microcopy">{id}</Text>
                <Text variant="microcopy">
                  {words.customerSince(dayText(created, presentation))}
                </Text>
              </TableCell>
              <TableCell align="right">
                {linkedIds.has(id) ? (
                  <Tag variant="success">{words.linked}</Tag>
                ) : (
                  <Button
                    variant="secondary"
                    size="xs"
                    disabled={changes.outcome.phase === 'running'}
                    onClick={() => {
                      changes.request('customers', { action: 'link', customerId: id });
                    }}
                    testId={`link-${id}`}
                  >
                    {words.link}
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

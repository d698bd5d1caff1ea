import {
  Accordion,
  AutoGrid,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Text,
} from '@hubspot/ui-extensions';
import { english } from '@stripe-payments/core';
import type { FeeDetail } from '../hooks/fee-detail.ts';

const words = english.card.fees;

/** How net comes about, on demand: one column a settlement currency. */
export function FeeDetails({ details }: { readonly details: readonly FeeDetail[] }) {
  return (
    <Accordion title={words.title} size="sm" testId="fee-details">
      <Flex direction="column" gap="small">
        <AutoGrid columnWidth={280} flexible gap="medium">
          {details.map(({ currency, lines }) => (
            <Flex key={currency} direction="column" gap="xs">
              {details.length > 1 && <Heading>{currency}</Heading>}
              <DescriptionList direction="row">
                {lines.map(({ label, value }) => (
                  <DescriptionListItem key={`${label}/${value}`} label={label}>
                    <Text>{value}</Text>
                  </DescriptionListItem>
                ))}
              </DescriptionList>
            </Flex>
          ))}
        </AutoGrid>
        <Text variant="microcopy">{words.accountFees}</Text>
      </Flex>
    </Accordion>
  );
}

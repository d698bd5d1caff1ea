import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { BillingPrepared, InvoicePreview } from '@stripe-payments/core';
import { dayText } from '@stripe-payments/core';
import { LongText } from '@stripe-payments/ui';
import { ConfirmStep } from './ConfirmStep.tsx';
import { billingFacts, invoiceRows, termsFacts } from './item-change.ts';
import { subscriptionRow } from './lines.ts';
import { useActingPresentation } from './use-acting.ts';
import type { Changing } from './use-change.ts';

interface ReviewProps {
  readonly steps: Changing;
  readonly prepared: BillingPrepared;
}

/** What changes, the invoice on which Stripe bills it, and what follows. */
export function ItemChangeReview({ steps, prepared }: ReviewProps) {
  const presentation = useActingPresentation();
  const { preview } = prepared;
  // The answer to another question says nothing about this one.
  if (preview.kind !== 'change-item') return null;
  const { item } = presentation.texts.acting.changes;
  const { subscription, now, next, nextOn } = preview;
  const day = nextOn === null ? '' : dayText(nextOn, presentation);
  const [customer] = subscriptionRow({ ...subscription, periodEnd: null }, presentation).details;
  return (
    <Flex direction="column" gap="small">
      {customer !== undefined && <Text variant="microcopy">{customer}</Text>}
      {termsFacts(preview, presentation).map((fact) => (
        <Text key={fact} format={{ fontWeight: 'demibold' }}>
          {fact}
        </Text>
      ))}
      <Heading>{now === null ? item.next(day) : item.now}</Heading>
      <InvoiceTable invoice={now ?? next} />
      {billingFacts(preview, presentation).map((fact) => (
        <LongText key={fact} text={fact} />
      ))}
      <ConfirmStep
        steps={steps}
        prepared={prepared}
        label={item.confirm}
        isDestructive={false}
        back={item.back}
        testId="item"
      />
    </Flex>
  );
}

/** An invoice of Stripe's preview. */
export function InvoiceTable({ invoice }: { readonly invoice: InvoicePreview }) {
  const { lines, sums } = invoiceRows(invoice, useActingPresentation());
  return (
    <Table bordered density="condensed" testId="item-invoice">
      <TableBody>
        {lines.map(({ label, amount }, place) => (
          <TableRow key={place}>
            <TableCell>
              <LongText text={label} />
            </TableCell>
            <TableCell align="right">{amount}</TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        {sums.map(({ label, amount }) => (
          <TableRow key={label}>
            <TableCell>{label}</TableCell>
            <TableCell align="right">{amount}</TableCell>
          </TableRow>
        ))}
      </TableFooter>
    </Table>
  );
}

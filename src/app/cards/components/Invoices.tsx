import { Accordion, Heading } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { isOpenInvoice } from '../hooks/invoice-line.ts';
import { surroundingsOf } from '../hooks/payers.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { InvoiceTable } from './InvoiceTable.tsx';

/** What is to be paid, with the way to pay it; what is settled on demand. */
export function Invoices({ view }: { readonly view: RecordView }) {
  const words = useTexts().card.billing;
  const surroundings = surroundingsOf(view);
  const open = view.invoices.filter(isOpenInvoice);
  const others = view.invoices.filter((invoice) => !isOpenInvoice(invoice));
  return (
    <>
      {open.length > 0 && (
        <>
          <Heading>{words.openInvoicesTitle(open.length)}</Heading>
          <InvoiceTable invoices={open} surroundings={surroundings} testId="open-invoices" />
        </>
      )}
      {others.length > 0 && (
        <Accordion
          title={words.otherInvoicesTitle(others.length)}
          size="sm"
          testId="other-invoices"
        >
          <InvoiceTable
            invoices={others}
            surroundings={surroundings}
            testId="other-invoices-table"
          />
        </Accordion>
      )}
    </>
  );
}

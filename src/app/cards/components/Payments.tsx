import { Heading } from '@hubspot/ui-extensions';
import type { PaymentRow, RecordView } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';
import { PaymentTable } from './PaymentTable.tsx';

interface SectionProps {
  readonly title: string;
  readonly payments: readonly PaymentRow[];
  readonly view: RecordView;
  readonly testId: string;
}

function Section({ title, payments, view, testId }: SectionProps) {
  if (payments.length === 0) return null;
  return (
    <>
      <Heading>{title}</Heading>
      <PaymentTable payments={payments} view={view} testId={testId} />
    </>
  );
}

const hasFailed = ({ status }: PaymentRow): boolean => status === 'failed';

/**
 * Every payment. Of a customer who buys for years the failed ones stand for themselves, with what to
 * do; on a deal they are part of one short story.
 */
export function Payments({ view }: { readonly view: RecordView }) {
  const { payments: words, billing } = useTexts().card;
  const { payments, objectType } = view;
  if (objectType === 'deal') {
    return (
      <Section
        title={words.title(payments.length)}
        payments={payments}
        view={view}
        testId="payments"
      />
    );
  }
  const failed = payments.filter(hasFailed);
  const others = payments.filter((payment) => !hasFailed(payment));
  return (
    <>
      <Section
        title={billing.failedTitle(failed.length)}
        payments={failed}
        view={view}
        testId="failed-payments"
      />
      <Section title={words.title(others.length)} payments={others} view={view} testId="payments" />
    </>
  );
}

import type { AskedPayment } from '@stripe-payments/core';
import { momentText } from '@stripe-payments/core';
import { Alert, Button, Checkbox, Flex, Inline, Text } from '@hubspot/ui-extensions';
import { ActingFailure } from './ActingFailure.tsx';
import {
  askedOf,
  isForPayee,
  isSubscription,
  methodsOf,
  payeeOptions,
  subjectOptions,
} from './form.ts';
import { waitsFor } from './field-mistakes.ts';
import type { FormProps } from './form-fields.tsx';
import { AmountFields, Choice, Field } from './form-fields.tsx';
import { RecurringSubject, StartFields } from './SubscriptionFields.tsx';
import { useActingPresentation, useActingTexts } from './use-acting.ts';

/** How much, for what. */
function Subject(props: FormProps) {
  const { basis, form } = props;
  const presentation = useActingPresentation();
  const { askedFor, form: labels } = presentation.texts.acting;
  const { asOfMs } = basis.standing;
  return (
    <>
      <Choice
        {...props}
        name="subject"
        label={labels.subject}
        options={subjectOptions(basis, presentation)}
      />
      {form.subject === 'outstanding' && asOfMs !== null && (
        <Text variant="microcopy">{askedFor.asOf(momentText(asOfMs, presentation))}</Text>
      )}
      {form.subject === 'deposit' && <Field {...props} name="percent" label={labels.percent} />}
      {form.subject === 'amount' && <AmountFields {...props} />}
    </>
  );
}

/** For whom, until when, and how it gets there. */
function InvoiceFields(props: FormProps) {
  const presentation = useActingPresentation();
  const labels = presentation.texts.acting.form;
  const payees = payeeOptions(props.basis, presentation);
  const deliveries = (['copy', 'email'] as const).map((value) => ({
    value,
    label: labels.deliveries[value],
  }));
  if (payees.length === 0) {
    return <Alert title={labels.payeeMissing} variant="warning" testId="no-payee" />;
  }
  return (
    <>
      <Choice {...props} name="payee" label={labels.payee} options={payees} />
      <Field {...props} name="daysUntilDue" label={labels.days} />
      {props.form.method === 'invoice' && (
        <>
          <Field {...props} name="memo" label={labels.memo} />
          <Field {...props} name="poNumber" label={labels.poNumber} />
          <Choice {...props} name="delivery" label={labels.delivery} options={deliveries} />
        </>
      )}
    </>
  );
}

/** What of the record could not be read or used, beside what can. */
function BasisProblems({ basis }: Pick<FormProps, 'basis'>) {
  const labels = useActingTexts().form;
  const { linesProblem, payeesProblem, refused } = basis;
  return (
    <>
      {linesProblem !== null && (
        <ActingFailure
          variant="warning"
          title={labels.linesProblem}
          failures={[linesProblem]}
          testId="lines-problem"
        />
      )}
      {refused.length > 0 && (
        <Alert title={labels.linesRefused(refused.length)} variant="warning" testId="refused-lines">
          {refused.map(({ label }) => label).join(', ')}
        </Alert>
      )}
      {payeesProblem !== null && (
        <ActingFailure
          variant="warning"
          title={labels.payeesProblem}
          failures={[payeesProblem]}
          testId="payees-problem"
        />
      )}
    </>
  );
}

interface RequestFormProps extends FormProps {
  readonly isRunning: boolean;
  readonly onReview: (asked: AskedPayment) => void;
}

/** What is to be requested; nothing is created before it was reviewed. */
export function RequestForm({ isRunning, onReview, ...props }: RequestFormProps) {
  const { basis, form, onForm } = props;
  const presentation = useActingPresentation();
  const { subscribing, form: labels } = presentation.texts.acting;
  const asked = askedOf(form, basis, presentation, Date.now());
  const waits = waitsFor(form, presentation, Date.now());
  const methods = methodsOf(basis).map((value) => ({
    value,
    label: subscribing.methods[value],
  }));
  return (
    <Flex direction="column" gap="small">
      <BasisProblems basis={basis} />
      <Choice {...props} name="method" label={labels.method} options={methods} />
      {isSubscription(form) ? <RecurringSubject {...props} /> : <Subject {...props} />}
      {isSubscription(form) && <StartFields {...props} />}
      {isForPayee(form) && <InvoiceFields {...props} />}
      <Checkbox
        name="request-tax"
        checked={form.collectsTax}
        description={labels.taxHint}
        onChange={(collectsTax) => {
          onForm({ ...form, collectsTax });
        }}
        testId="request-tax"
      >
        {labels.tax}
      </Checkbox>
      {asked === null && waits !== null && (
        <Text variant="microcopy" testId="request-waits">
          {waits}
        </Text>
      )}
      <Inline>
        <Button
          variant="primary"
          size="sm"
          disabled={asked === null || isRunning}
          onClick={() => {
            if (asked !== null) onReview(asked);
          }}
          testId="request-review"
        >
          {labels.review}
        </Button>
      </Inline>
    </Flex>
  );
}

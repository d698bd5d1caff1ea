import type { RequestOverview } from '@stripe-payments/core';
import { momentText } from '@stripe-payments/core';
import { Alert, Button, Checkbox, Flex, Inline, Input, Select, Text } from '@hubspot/ui-extensions';
import { ActingFailure } from './ActingFailure.tsx';
import type { RequestForm as Form } from './form.ts';
import { askedOf, isMistaken, methodsOf, payeeOptions, subjectOptions } from './form.ts';
import type { AskedPayment } from '@stripe-payments/core';
import { useActingPresentation, useActingTexts } from './use-acting.ts';

interface FormProps {
  readonly overview: RequestOverview;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
}

interface FieldProps extends FormProps {
  readonly name:
    'percent' | 'amount' | 'currency' | 'description' | 'daysUntilDue' | 'memo' | 'poNumber';
  readonly label: string;
  readonly hint?: string;
}

function Field({ name, label, hint, form, onForm }: FieldProps) {
  const { amountMistaken } = useActingTexts().form;
  const isWrong = isMistaken(form, name);
  return (
    <Input
      name={`request-${name}`}
      label={label}
      {...(hint !== undefined && { description: hint })}
      value={form[name]}
      error={isWrong}
      {...(isWrong && name === 'amount' && { validationMessage: amountMistaken })}
      onInput={(value) => {
        onForm({ ...form, [name]: value });
      }}
      testId={`request-${name}`}
    />
  );
}

interface ChoiceProps extends FormProps {
  readonly name: 'method' | 'subject' | 'payee' | 'delivery';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, options, form, onForm }: ChoiceProps) {
  return (
    <Select
      name={`request-${name}`}
      label={label}
      options={[...options]}
      value={form[name]}
      onChange={(value) => {
        onForm({ ...form, [name]: value });
      }}
      testId={`request-${name}`}
    />
  );
}

/** How much, for what. */
function Subject(props: FormProps) {
  const { overview, form } = props;
  const presentation = useActingPresentation();
  const labels = presentation.texts.acting.form;
  const { syncedAtMs, currency } = overview;
  return (
    <>
      <Choice
        {...props}
        name="subject"
        label={labels.subject}
        options={subjectOptions(overview, presentation)}
      />
      {form.subject === 'outstanding' && syncedAtMs !== null && (
        <Text variant="microcopy">{labels.asOf(momentText(syncedAtMs, presentation))}</Text>
      )}
      {form.subject === 'deposit' && <Field {...props} name="percent" label={labels.percent} />}
      {form.subject === 'amount' && (
        <>
          <Field
            {...props}
            name="amount"
            label={labels.amount(form.currency.toUpperCase())}
            hint={labels.amountHint}
          />
          {currency === null && (
            <Field {...props} name="currency" label={labels.currency} hint={labels.currencyHint} />
          )}
          <Field {...props} name="description" label={labels.description} />
        </>
      )}
    </>
  );
}

/** For whom, until when, and how it gets there. */
function InvoiceFields(props: FormProps) {
  const presentation = useActingPresentation();
  const labels = presentation.texts.acting.form;
  const payees = payeeOptions(props.overview, presentation);
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
      <Field {...props} name="memo" label={labels.memo} />
      <Field {...props} name="poNumber" label={labels.poNumber} />
      <Choice {...props} name="delivery" label={labels.delivery} options={deliveries} />
    </>
  );
}

/** What of the record could not be read or used, beside what can. */
function OverviewProblems({ overview }: Pick<FormProps, 'overview'>) {
  const labels = useActingTexts().form;
  const { linesProblem, payeesProblem, refused } = overview;
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
  const { overview, form, onForm } = props;
  const { kinds, form: labels } = useActingTexts();
  const asked = askedOf(form, overview);
  const methods = methodsOf(overview).map((value) => ({ value, label: kinds[value] }));
  return (
    <Flex direction="column" gap="small">
      <OverviewProblems overview={overview} />
      <Choice {...props} name="method" label={labels.method} options={methods} />
      <Subject {...props} />
      {form.method === 'invoice' && <InvoiceFields {...props} />}
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

import { Checkbox, DateInput, Text } from '@hubspot/ui-extensions';
import { formatMoney } from '@stripe-payments/core';
import type { FormProps } from './form-fields.tsx';
import { mistakeOf } from './field-mistakes.ts';
import { AmountFields, Choice, Field } from './form-fields.tsx';
import { intervalOptions, isOfAmount, recurringOptions } from './subscription-form.ts';
import { useActingPresentation } from './use-acting.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** As HubSpot's field has it: its months are counted from 0. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function dayIn(text: string): Day | undefined {
  const [year, month, date] = text === '' ? [] : text.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  return { year, month: month - 1, date };
}

const writtenDay = (day: Day | null | undefined): string =>
  day === null || day === undefined
    ? ''
    : [String(day.year), twoDigits(day.month + 1), twoDigits(day.date)].join('-');

/** What is billed again and again. */
export function RecurringSubject(props: FormProps) {
  const { basis, form, onForm } = props;
  const presentation = useActingPresentation();
  const { subscribing, form: labels } = presentation.texts.acting;
  const { total } = basis;
  return (
    <>
      <Choice
        {...props}
        name="recurring"
        label={labels.subject}
        options={recurringOptions(basis, presentation)}
      />
      {isOfAmount(form) && (
        <>
          <AmountFields {...props} />
          <Choice
            {...props}
            name="interval"
            label={subscribing.interval}
            options={intervalOptions(presentation)}
          />
        </>
      )}
      {!isOfAmount(form) && total !== null && (
        <Checkbox
          name="request-one-time"
          checked={form.withOneTime}
          description={subscribing.oneTimeHint}
          onChange={(withOneTime) => {
            onForm({ ...form, withOneTime });
          }}
          testId="request-one-time"
        >
          {subscribing.oneTime(formatMoney(total, presentation.locale))}
        </Checkbox>
      )}
    </>
  );
}

/** When it begins. Of a link the payer decides: a day is for invoices only. */
export function StartFields(props: FormProps) {
  const { form, onForm } = props;
  const presentation = useActingPresentation();
  const { subscribing } = presentation.texts.acting;
  const mistake = mistakeOf(form, 'startDay', presentation, Date.now());
  const isLink = form.method === 'subscription-link';
  const starts = [
    { value: 'now', label: subscribing.startsNow },
    { value: 'later', label: subscribing.startsLater },
  ];
  const day = dayIn(form.startDay);
  return (
    <>
      {isLink && <Text variant="microcopy">{subscribing.linkHint}</Text>}
      {!isLink && <Choice {...props} name="starts" label={subscribing.starts} options={starts} />}
      {!isLink && form.starts === 'later' && (
        <DateInput
          name="request-startDay"
          label={subscribing.startDay}
          {...(day !== undefined && { value: day })}
          error={mistake !== undefined}
          {...(mistake !== undefined && { validationMessage: mistake })}
          onChange={(chosen) => {
            onForm({ ...form, startDay: writtenDay(chosen) });
          }}
          testId="request-startDay"
        />
      )}
      <Field {...props} name="trialDays" label={subscribing.trialDays} />
    </>
  );
}

import type { BaseDate, DateInputEventsPayload, DateInputProps } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { dateText, dayIn, formatDate, parseDate } from '../format/field-values.ts';
import { useFormatSettings } from '../state/page-context.ts';
import { Field } from './fields.tsx';
import type { Emptied } from './inputs.tsx';
import { callCard } from './kit.ts';

type DateProps = Emptied<DateInputProps, DateInputEventsPayload>;

const textOf = (day: BaseDate | null | undefined): string =>
  day === null || day === undefined ? '' : dateText(day);

/** Why a day cannot be chosen; null when it can. */
function objectionTo(text: string, props: DateProps): string | null {
  const { min, max, minValidationMessage, maxValidationMessage } = props;
  if (text === '') return null;
  if (min !== undefined && text < dateText(min)) {
    return minValidationMessage ?? `Not before ${dateText(min)}`;
  }
  if (max !== undefined && text > dateText(max)) {
    return maxValidationMessage ?? `Not after ${dateText(max)}`;
  }
  return null;
}

function useDateDraft(props: DateProps) {
  const { value, defaultValue, format = 'short', onChange } = props;
  const { locale } = useFormatSettings();
  const [draft, setDraft] = useState(textOf(value ?? defaultValue));
  const given = value === undefined ? undefined : textOf(value);
  useEffect(() => {
    if (given !== undefined) setDraft(given);
  }, [given]);
  const payload = (text: string): DateInputEventsPayload | null => {
    const day = parseDate(text);
    return day && { ...day, formattedDate: formatDate(day, format, locale) };
  };
  return {
    draft,
    payload,
    choose: (text: string): void => {
      setDraft(text);
      if (objectionTo(text, props) === null) callCard(onChange, payload(text));
    },
  };
}

export function DateInput(props: DateProps) {
  const { name, readOnly = false, min, max, timezone = 'userTz', onBlur, onFocus } = props;
  const { timeZone: portalTimeZone } = useFormatSettings();
  const { draft, choose, payload } = useDateDraft(props);
  const objection = objectionTo(draft, props);
  const report = (handler: ((value: DateInputEventsPayload) => void) | undefined) => (): void => {
    const day = payload(draft);
    if (day !== null) callCard(handler, day);
  };
  const today = (): string =>
    dateText(dayIn(new Date(), timezone === 'portalTz' ? portalTimeZone : undefined));
  const chooser = (label: string, text: () => string) => (
    <button
      type="button"
      className="link"
      disabled={readOnly}
      onClick={() => {
        choose(text());
      }}
    >
      {label}
    </button>
  );
  return (
    <Field
      {...props}
      {...(objection !== null && { error: true, validationMessage: objection })}
      control={(attributes) => (
        <div className="inline-control date-control">
          <input
            {...attributes}
            {...{ name, readOnly }}
            type="date"
            className="control"
            {...(min !== undefined && { min: dateText(min) })}
            {...(max !== undefined && { max: dateText(max) })}
            value={draft}
            onChange={(event) => {
              choose(event.currentTarget.value);
            }}
            onBlur={report(onBlur)}
            onFocus={report(onFocus)}
          />
          {chooser(props.todayButtonLabel ?? 'Today', today)}
          {chooser(props.clearButtonLabel ?? 'Clear', () => '')}
        </div>
      )}
    />
  );
}

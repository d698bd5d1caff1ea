import type { BaseDate, DateInputEventsPayload, DateInputProps } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { useFormatSettings } from '../../page/page-context.ts';
import { callCard } from '../call-card.ts';
import { Field } from '../Field.tsx';
import { dateText, dayIn, formatDate, parseDate } from './date-text.ts';

/** What HubSpot tells of an emptied field is not documented: null is what an extension must survive. */
type Props = Omit<DateInputProps, 'onChange'> & {
  readonly onChange?: (value: DateInputEventsPayload | null) => void;
};

const textOf = (day: BaseDate | null | undefined): string =>
  day === null || day === undefined ? '' : dateText(day);

/** Why a day cannot be chosen, null when it can. */
function objectionTo(text: string, props: Props): string | null {
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

function useDateDraft(props: Props) {
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
  const objection = objectionTo(draft, props);
  return {
    draft,
    payload,
    objection,
    choose: (text: string): void => {
      setDraft(text);
      if (objectionTo(text, props) === null) callCard(onChange, payload(text));
    },
  };
}

export function DateInput(props: Props) {
  const { name, readOnly = false, min, max, timezone = 'userTz', onBlur, onFocus } = props;
  const { timeZone: portalTimeZone } = useFormatSettings();
  const { draft, choose, payload, objection } = useDateDraft(props);
  const tell = (handler: ((value: DateInputEventsPayload) => void) | undefined): void => {
    const day = payload(draft);
    if (day !== null) callCard(handler, day);
  };
  const chooseToday = (): void => {
    choose(dateText(dayIn(new Date(), timezone === 'portalTz' ? portalTimeZone : undefined)));
  };
  return (
    <Field
      {...props}
      {...(objection !== null && { error: true, validationMessage: objection })}
      control={(attributes) => (
        <div className="date-control">
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
            onBlur={() => {
              tell(onBlur);
            }}
            onFocus={() => {
              tell(onFocus);
            }}
          />
          <button type="button" className="link" disabled={readOnly} onClick={chooseToday}>
            {props.todayButtonLabel ?? 'Today'}
          </button>
          <button
            type="button"
            className="link"
            disabled={readOnly}
            onClick={() => {
              choose('');
            }}
          >
            {props.clearButtonLabel ?? 'Clear'}
          </button>
        </div>
      )}
    />
  );
}

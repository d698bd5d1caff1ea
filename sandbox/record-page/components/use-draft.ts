import { useEffect, useState } from 'react';
import { callCard } from './call-card.ts';
import { useFormField } from './forms/form-fields.ts';

interface TextEvents {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly onInput?: ((value: string) => void) | undefined;
  readonly onBlur?: ((value: string) => void) | undefined;
  readonly onFocus?: ((value: string) => void) | undefined;
}

/**
 * What the person is typing lives on the page: the card hears of each edit (`onInput`) and, once, of
 * the committed value (`onChange`, on leaving the field), as the SDK documents.
 */
export function useDraft(events: TextEvents) {
  const { value, defaultValue = '' } = events;
  const [draft, setDraft] = useState(value ?? defaultValue);
  const [committed, setCommitted] = useState(draft);
  useEffect(() => {
    if (value === undefined) return;
    setDraft(value);
    setCommitted(value);
  }, [value]);
  const commit = (next: string): void => {
    if (next !== committed) callCard(events.onChange, next);
    setCommitted(next);
  };
  const edit = (next: string): void => {
    setDraft(next);
    callCard(events.onInput, next);
  };
  useFormField(events.name, {
    read: () => draft,
    commit: () => {
      commit(draft);
    },
  });
  return {
    draft,
    edit,
    commit,
    leave: () => {
      commit(draft);
      callCard(events.onBlur, draft);
    },
    enter: () => {
      callCard(events.onFocus, draft);
    },
  };
}

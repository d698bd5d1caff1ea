import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { Field } from './Field.tsx';
import { Glyph } from './Glyph.tsx';
import { useDraft } from './use-draft.ts';

export function Input(props: InputProps) {
  const { name, placeholder, readOnly, type = 'text' } = props;
  const { draft, edit, leave, enter, commit } = useDraft(props);
  return (
    <Field
      {...props}
      control={(attributes) => (
        <input
          {...attributes}
          {...{ name, placeholder, readOnly, type }}
          dir="auto"
          className="control"
          value={draft}
          onChange={(event) => {
            edit(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(draft);
          }}
          onBlur={leave}
          onFocus={enter}
        />
      )}
    />
  );
}

export function TextArea(props: TextAreaProps) {
  const { name, placeholder, readOnly, cols, rows = 3, maxLength, resize = 'both' } = props;
  const { draft, edit, leave, enter } = useDraft(props);
  return (
    <Field
      {...props}
      control={(attributes) => (
        <textarea
          {...attributes}
          {...{ name, placeholder, readOnly, cols, rows, maxLength }}
          dir="auto"
          className="control"
          style={{ resize }}
          value={draft}
          onChange={(event) => {
            edit(event.currentTarget.value);
          }}
          onBlur={leave}
          onFocus={enter}
        />
      )}
    />
  );
}

export function SearchInput(props: SearchInputProps) {
  const { name, placeholder = 'Search', readOnly, clearable = true } = props;
  const { draft, edit, leave, enter, commit } = useDraft(props);
  return (
    <Field
      {...props}
      control={(attributes) => (
        <div className="search-control">
          <input
            {...attributes}
            {...{ name, placeholder, readOnly }}
            dir="auto"
            type="text"
            role="searchbox"
            className="control"
            value={draft}
            onChange={(event) => {
              edit(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit(draft);
            }}
            onBlur={leave}
            onFocus={enter}
          />
          {clearable && draft !== '' ? (
            <button
              type="button"
              className="icon-button"
              aria-label="Clear"
              onClick={() => {
                edit('');
                commit('');
              }}
            >
              <Glyph name="remove" />
            </button>
          ) : (
            <Glyph name="search" className="search-glyph" />
          )}
        </div>
      )}
    />
  );
}

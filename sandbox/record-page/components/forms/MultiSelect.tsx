import type { MultiSelectProps } from '@hubspot/ui-extensions';
import { useId, useRef, useState } from 'react';
import { callCard } from '../call-card.ts';
import { Field } from '../Field.tsx';
import { Glyph } from '../Glyph.tsx';
import { useCloseOnOutsideClick } from '../use-close-on-outside-click.ts';

type Options = MultiSelectProps['options'];

/** HubSpot adds a search to longer lists. */
const longestWithoutSearch = 7;

interface ChoicesProps {
  readonly options: Options;
  readonly isChosen: (option: Options[number]) => boolean;
  readonly onToggle: (option: Options[number]) => void;
}

function Choices({ options, isChosen, onToggle }: ChoicesProps) {
  const [search, setSearch] = useState('');
  const shown = options.filter(({ label }) =>
    label.toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <>
      {options.length > longestWithoutSearch && (
        <input
          type="search"
          className="control"
          aria-label="Search"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
      )}
      {shown.map((option) => (
        <label key={String(option.value)} className="multi-select-option">
          <input
            type="checkbox"
            checked={isChosen(option)}
            onChange={() => {
              onToggle(option);
            }}
          />
          <bdi>{option.label}</bdi>
        </label>
      ))}
      {shown.length === 0 && <span className="field-description">Nothing matches.</span>}
    </>
  );
}

export function MultiSelect(props: MultiSelectProps) {
  const { options, value, onChange, readOnly = false, placeholder = 'Select' } = props;
  const [ownValue, setOwnValue] = useState(value ?? []);
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const listId = useId();
  useCloseOnOutsideClick(root, () => {
    setIsOpen(false);
  });
  const chosen = value ?? ownValue;
  const isChosen = (option: Options[number]): boolean => chosen.includes(option.value);
  const labels = options.filter(isChosen).map(({ label }) => label);
  const toggle = (toggled: Options[number]): void => {
    // In the order of the options, whatever the order of the clicks.
    const next = options
      .filter((option) => isChosen(option) !== (option === toggled))
      .map((option) => option.value);
    setOwnValue(next);
    callCard(onChange, next);
  };
  return (
    <Field
      {...props}
      control={(attributes) => (
        <div
          ref={root}
          className="multi-select"
          onKeyDown={(event) => {
            if (event.key === 'Escape') setIsOpen(false);
          }}
        >
          <button
            id={attributes.id}
            aria-describedby={attributes['aria-describedby']}
            type="button"
            className={`control select-${props.variant ?? 'input'}`}
            aria-expanded={isOpen}
            aria-controls={listId}
            disabled={readOnly}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            <bdi>{labels.length === 0 ? placeholder : labels.join(', ')}</bdi>
            <Glyph name="downCarat" />
          </button>
          <div id={listId} role="group" className="multi-select-list" hidden={!isOpen}>
            <Choices {...{ options, isChosen }} onToggle={toggle} />
          </div>
        </div>
      )}
    />
  );
}

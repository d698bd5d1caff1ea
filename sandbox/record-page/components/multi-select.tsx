import * as Ariakit from '@ariakit/react';
import type { MultiSelectProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { Field } from './fields.tsx';
import { Glyph } from './icons.tsx';
import { callCard } from './kit.ts';

type Options = MultiSelectProps['options'];

/** HubSpot adds a search to longer lists. */
const MAX_WITHOUT_SEARCH = 7;

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
      {options.length > MAX_WITHOUT_SEARCH && (
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
      {shown.length === 0 && <span className="field-description">No results.</span>}
    </>
  );
}

export function MultiSelect(props: MultiSelectProps) {
  const { options, value, onChange, readOnly = false, placeholder = 'Select' } = props;
  const [ownValue, setOwnValue] = useState(value ?? []);
  const chosen = value ?? ownValue;
  const isChosen = (option: Options[number]): boolean => chosen.includes(option.value);
  const labels = options.filter(isChosen).map(({ label }) => label);
  const toggle = (toggled: Options[number]): void => {
    // In the order of the options, not of the clicks.
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
        <Ariakit.PopoverProvider placement="bottom-start">
          <Ariakit.PopoverDisclosure
            id={attributes.id}
            aria-describedby={attributes['aria-describedby']}
            className={`control multi-select select-${props.variant ?? 'input'}`}
            disabled={readOnly}
          >
            <bdi>{labels.length === 0 ? placeholder : labels.join(', ')}</bdi>
            <Glyph name="downCarat" />
          </Ariakit.PopoverDisclosure>
          <Ariakit.Popover role="group" className="menu multi-select-list" gutter={4} sameWidth>
            <Choices {...{ options, isChosen }} onToggle={toggle} />
          </Ariakit.Popover>
        </Ariakit.PopoverProvider>
      )}
    />
  );
}

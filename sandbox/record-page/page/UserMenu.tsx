import { useState } from 'react';
import { usePage } from './page-context.ts';
import { useStore } from './store.ts';
import { languages, locales, timeZones, yesAndNo } from './view-settings.ts';
import type { ViewSettings } from './view-settings.ts';

interface ChoiceProps {
  readonly label: string;
  readonly name: keyof ViewSettings;
  readonly values: readonly string[];
}

function Choice({ label, name, values }: ChoiceProps) {
  const { settings } = usePage();
  const current = useStore(settings);
  return (
    <label>
      {label}
      <select
        data-testid={`setting-${name}`}
        value={current[name]}
        onChange={(event) => {
          settings.set({ ...current, [name]: event.currentTarget.value });
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {value === '' ? 'The account’s' : value}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Cards and the app page start again with what is chosen. */
export function UserMenu() {
  const [isOpen, setIsOpen] = useState(false);
  const { settings } = usePage();
  const { locale } = useStore(settings);
  return (
    <div
      className="user-menu"
      onKeyDown={(event) => {
        if (event.key === 'Escape') setIsOpen(false);
      }}
    >
      <button
        type="button"
        className="header-button"
        data-testid="user-menu"
        aria-expanded={isOpen}
        aria-label={`Demo user, ${locale}`}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        <span className="avatar" aria-hidden="true">
          RD
        </span>
        {locale}
      </button>
      {isOpen && (
        <div className="user-menu-body">
          <strong>Robin Demo</strong>
          <Choice label="Locale" name="locale" values={locales} />
          <Choice label="Language" name="language" values={languages} />
          <Choice label="Time zone" name="timeZone" values={['', ...timeZones]} />
          <Choice label="May change integrations" name="managesApps" values={yesAndNo} />
        </div>
      )}
    </div>
  );
}

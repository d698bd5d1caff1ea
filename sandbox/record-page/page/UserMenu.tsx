import * as Ariakit from '@ariakit/react';
import type { SettingName } from '../state/page-context.ts';
import { demoUser } from '../state/demo-users.ts';
import { SETTING_CHOICES, usePage } from '../state/page-context.ts';
import { useStore } from '../state/store.ts';

interface ChoiceProps {
  readonly label: string;
  readonly name: SettingName;
}

function Choice({ label, name }: ChoiceProps) {
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
        {SETTING_CHOICES[name].map((value) => (
          <option key={value} value={value}>
            {value === '' ? 'The account’s' : value}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The settings of the user's profile. Cards and the app page start again with them. */
export function UserMenu() {
  const { settings } = usePage();
  const { locale, user } = useStore(settings);
  const { firstName, lastName } = demoUser(user);
  return (
    <Ariakit.PopoverProvider placement="bottom-end">
      <Ariakit.PopoverDisclosure className="header-button user-menu" data-testid="user-menu">
        <span className="visually-hidden">Demo user</span>
        <span className="avatar">{`${firstName[0] ?? ''}${lastName[0] ?? ''}`}</span>
        {locale}
      </Ariakit.PopoverDisclosure>
      <Ariakit.Popover className="menu user-menu-body" gutter={6} unmountOnHide>
        <Ariakit.PopoverHeading render={<strong />}>{user}</Ariakit.PopoverHeading>
        <Choice label="Signed in as" name="user" />
        <Choice label="Locale" name="locale" />
        <Choice label="Language" name="language" />
        <Choice label="Time zone" name="timeZone" />
        <Choice label="Can change integrations" name="managesApps" />
        <Choice label="Sees records" name="sees" />
      </Ariakit.Popover>
    </Ariakit.PopoverProvider>
  );
}

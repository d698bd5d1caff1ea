import { createContext, useContext } from 'react';
import type { Account, World } from '../api/wire.ts';
import type { PageServices } from '../extension-host/page-services.ts';
import type { FormatSettings } from '../format/format-property.ts';
import type { Store } from './store.ts';
import { useStore } from './store.ts';
import type { ViewSettings } from './view-settings.ts';

/** What every part of the page may need, loaded once. */
export interface PageParts {
  readonly world: World;
  readonly account: Account;
  readonly settings: Store<ViewSettings>;
  readonly services: PageServices;
}

export const PageContext = createContext<PageParts | null>(null);

export function usePage(): PageParts {
  const parts = useContext(PageContext);
  if (parts === null) throw new Error('This component stands outside the page.');
  return parts;
}

export function formatSettingsOf(
  { locale, timeZone }: ViewSettings,
  account: Account,
): FormatSettings {
  return {
    locale,
    timeZone: timeZone || (account.timeZone ?? 'UTC'),
    companyCurrency: account.companyCurrency,
  };
}

export function useFormatSettings(): FormatSettings {
  const { settings, account } = usePage();
  return formatSettingsOf(useStore(settings), account);
}

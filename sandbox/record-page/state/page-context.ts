import { createContext, useContext } from 'react';
import type { Account, World } from '../api/wire.ts';
import type { FormatSettings } from '../format/property.ts';
import { demoUser } from './demo-users.ts';
import type { PageServices } from './page-services.ts';
import type { RecordStore } from './record-store.ts';
import type { Store } from './store.ts';
import { createStore, useStore } from './store.ts';

/** Choices that HubSpot takes from the user's profile and the account, by name. */
export const SETTING_CHOICES = {
  /** Who works on the page; the second one may not edit what an admin restricted. */
  user: ['Robin Demo', 'Sam Rossi'],
  locale: ['en-us', 'en-gb', 'it-it', 'de-de', 'ja-jp', 'ar-eg', 'ar'],
  language: ['en', 'it', 'de', 'ja', 'ar'],
  /** Empty for the account's own. */
  timeZone: [
    '',
    'US/Eastern',
    'America/Los_Angeles',
    'UTC',
    'Europe/Rome',
    'Asia/Kuwait',
    'Asia/Tokyo',
  ],
  /** Whether the user has HubSpot's permission to change integrations. */
  managesApps: ['yes', 'no'],
  /** Whether the user sees all records, or their own and those without an owner. */
  sees: ['all', 'own'],
} as const;

export type SettingName = keyof typeof SETTING_CHOICES;
export type ViewSettings = Readonly<Record<SettingName, string>>;

const STORAGE_KEY = 'record-page-settings';

function storedSettings(): Partial<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}

export function createViewSettings(): Store<ViewSettings> {
  const stored = storedSettings();
  const initial = (name: SettingName): string => {
    const value = stored[name];
    return typeof value === 'string' ? value : SETTING_CHOICES[name][0];
  };
  const settings = createStore<ViewSettings>({
    user: initial('user'),
    locale: initial('locale'),
    language: initial('language'),
    timeZone: initial('timeZone'),
    managesApps: initial('managesApps'),
    sees: initial('sees'),
  });
  // HubSpot knows the user by the session: what the page and its cards read obeys the user's rights.
  const tellServer = (): void => {
    const { sees, user } = settings.get();
    document.cookie = `sees=${sees}; path=/; SameSite=Strict`;
    document.cookie = `user=${String(demoUser(user).id)}; path=/; SameSite=Strict`;
  };
  tellServer();
  settings.subscribe(() => {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(settings.get()));
    tellServer();
  });
  return settings;
}

/** What every part of the page may need, loaded once. */
export interface PageParts {
  readonly world: World;
  readonly account: Account;
  readonly settings: Store<ViewSettings>;
  readonly services: PageServices;
}

/** The record that a card is on; null for an app page. */
export const RecordContext = createContext<RecordStore | null>(null);

export const PageContext = createContext<PageParts | null>(null);

export function usePage(): PageParts {
  const parts = useContext(PageContext);
  if (parts === null) throw new Error('This component is outside of the page.');
  return parts;
}

/** Where an app page's header is drawn; undefined for a card, which has none. */
export const HeaderSlotContext = createContext<HTMLElement | null | undefined>(undefined);

export function formatSettingsOf(settings: ViewSettings, account: Account): FormatSettings {
  return {
    locale: settings.locale,
    timeZone: settings.timeZone || (account.timeZone ?? 'UTC'),
    companyCurrency: account.companyCurrency,
  };
}

export function useFormatSettings(): FormatSettings {
  const { settings, account } = usePage();
  return formatSettingsOf(useStore(settings), account);
}

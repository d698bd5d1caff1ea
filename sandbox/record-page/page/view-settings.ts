import { createStore } from './store.ts';
import type { Store } from './store.ts';

/** What HubSpot takes from the user's profile and the account. */
export interface ViewSettings {
  readonly locale: string;
  readonly language: string;
  readonly timeZone: string;
  /** Whether the person has HubSpot's permission to change integrations. */
  readonly managesApps: string;
}

export const locales = ['en-us', 'en-gb', 'it-it', 'de-de', 'ja-jp', 'ar-eg', 'ar'] as const;
export const languages = ['en', 'it', 'de', 'ja', 'ar'] as const;
export const timeZones = [
  'US/Eastern',
  'America/Los_Angeles',
  'UTC',
  'Europe/Rome',
  'Asia/Kuwait',
  'Asia/Tokyo',
] as const;

export const yesAndNo = ['yes', 'no'] as const;

const storageKey = 'record-page-settings';

function storedSettings(): Partial<Record<string, unknown>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}

const textOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' ? value : fallback;

export function createViewSettings(): Store<ViewSettings> {
  const stored = storedSettings();
  const settings = createStore<ViewSettings>({
    locale: textOr(stored['locale'], 'en-us'),
    language: textOr(stored['language'], 'en'),
    timeZone: textOr(stored['timeZone'], ''),
    managesApps: textOr(stored['managesApps'], 'yes'),
  });
  settings.subscribe(() => {
    localStorage.setItem(storageKey, JSON.stringify(settings.get()));
  });
  return settings;
}

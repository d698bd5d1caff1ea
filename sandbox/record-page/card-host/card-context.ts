import type { Account, CardDescription } from '../api/wire.ts';
import type { FormatSettings } from '../format/format-property.ts';
import type { ViewSettings } from '../page/view-settings.ts';
import type { CardContext } from './protocol.ts';

const demoUser = {
  id: 1,
  emails: ['robin.demo@example.com'],
  email: 'robin.demo@example.com',
  firstName: 'Robin',
  lastName: 'Demo',
  roles: [],
  teams: [],
  permissions: [],
} as const;

interface ContextParts {
  readonly card: CardDescription;
  readonly account: Account;
  readonly settings: ViewSettings;
  readonly format: FormatSettings;
  readonly record: { readonly objectId: number; readonly objectTypeId: string };
}

/** The context of a card on a record (CrmContext of @hubspot/ui-extensions 0.17.0). */
export function createCardContext(parts: ContextParts): CardContext {
  const { card, account, settings, format, record } = parts;
  return {
    location: card.location,
    user: { ...demoUser, locale: settings.locale, language: settings.language },
    portal: { id: account.portalId ?? 0, timezone: format.timeZone },
    variables: {},
    extension: { appId: 1, appName: 'Stripe payments', cardTitle: card.name },
    crm: record,
  };
}

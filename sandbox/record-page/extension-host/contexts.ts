import type { Account, CardDescription, World } from '../api/wire.ts';
import type { FormatSettings } from '../format/format-property.ts';
import type { ViewSettings } from '../page/view-settings.ts';
import type { AppPageContext, CardContext } from './extension-context.ts';

const demoUser = {
  id: 1,
  emails: ['robin.demo@example.com'],
  email: 'robin.demo@example.com',
  firstName: 'Robin',
  lastName: 'Demo',
  roles: [],
  teams: [],
} as const;

interface ContextParts {
  readonly world: World;
  readonly account: Account;
  readonly settings: ViewSettings;
  readonly format: FormatSettings;
}

function sharedContext({ world, account, settings, format }: ContextParts) {
  const { locale, language, managesApps } = settings;
  const permissions = managesApps === 'yes' ? ['integrations-management-write'] : [];
  return {
    user: { ...demoUser, locale, language, permissions },
    portal: { id: account.portalId ?? 0, timezone: format.timeZone },
    variables: world.variables,
  };
}

/** The context of a card on a record (CrmContext of @hubspot/ui-extensions 0.17.0). */
export function createCardContext(
  parts: ContextParts,
  card: CardDescription,
  record: { readonly objectId: number; readonly objectTypeId: string },
): CardContext {
  const { appName } = parts.world;
  return {
    ...sharedContext(parts),
    location: card.location,
    extension: { appId: 1, appName, cardTitle: card.name },
    crm: record,
  };
}

/** The context of an app page (PagesContext of the same SDK). */
export function createAppPageContext(parts: ContextParts): AppPageContext {
  const { appName } = parts.world;
  return { ...sharedContext(parts), location: 'pages', extension: { appId: 1, appName } };
}

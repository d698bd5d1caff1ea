/** What a card and an app page learn alike (BaseContext of @hubspot/ui-extensions 0.17.0). */
interface SharedContext {
  readonly user: {
    readonly id: number;
    readonly emails: readonly string[];
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly roles: readonly string[];
    readonly teams: readonly { id: number; name: string; teammates: readonly number[] }[];
    readonly locale: string;
    readonly language: string;
    readonly permissions: readonly string[];
  };
  readonly portal: { readonly id: number; readonly timezone: string };
  /** Those of the profile that the project was uploaded with. */
  readonly variables: Readonly<Record<string, string | number | boolean>>;
}

/** `CrmContext` of the SDK. */
export interface CardContext extends SharedContext {
  readonly location: string;
  readonly extension: {
    readonly appId: number;
    readonly appName: string;
    readonly cardTitle: string;
  };
  readonly crm: { readonly objectId: number; readonly objectTypeId: string };
}

/** `PagesContext` of the SDK: there is no record. */
export interface AppPageContext extends SharedContext {
  readonly location: 'pages';
  readonly extension: { readonly appId: number; readonly appName: string };
}

export type ExtensionContext = AppPageContext | CardContext;

export const isAppPageContext = (context: ExtensionContext): context is AppPageContext =>
  context.location === 'pages';

import type { RemoteChannel } from '@remote-ui/core';
import type { Associations, CrmSearchReply, PropertyValues } from '../api/wire.ts';
import type { AppPageLocation, PageTarget } from '../format/hrefs.ts';
import type { FormattingOptions } from '../format/property.ts';
import type { AlertRequest, IframeRequest } from '../state/page-services.ts';

/** What the record page and the worker of a card, app page or bulk action say to each other. */

/** A failure is sent as a value: an Error would lose its shape. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export interface FetchOptions {
  readonly propertiesToFormat?: readonly string[] | 'all';
  readonly formattingOptions?: FormattingOptions;
}

export interface AssociationsRequest {
  readonly toObjectType: string;
  readonly properties?: readonly string[];
  readonly pageLength?: number;
  readonly offset?: number;
}

export interface FormatRequest {
  readonly propertiesList: readonly PropertyValues[];
  readonly objectType: string;
  readonly formattingOptions?: FormattingOptions;
}

export interface ServerlessOptions {
  readonly parameters?: unknown;
  readonly propertiesToSend?: readonly string[];
}

export type PropertiesListener = (properties: PropertyValues) => unknown;

/** What the record page does for an extension, called from its worker. */
export interface HostApi {
  runServerless(uid: string, options: ServerlessOptions): Promise<Reply<unknown>>;
  fetchCrmProperties(
    subscriptionId: string,
    names: readonly string[],
    onUpdate: PropertiesListener,
    options: FetchOptions,
  ): Promise<Reply<PropertyValues>>;
  releaseCrmProperties(subscriptionId: string): void;
  fetchAssociations(
    request: AssociationsRequest,
    options: FetchOptions,
  ): Promise<Reply<Associations>>;
  fetchCrmSearch(request: unknown, options: FetchOptions): Promise<Reply<CrmSearchReply>>;
  formatCrmProperties(request: FormatRequest): Promise<Reply<readonly PropertyValues[]>>;
  fetchCrmObjectProperties(
    names: readonly string[] | '*',
  ): Promise<Reply<Readonly<Record<string, string>>>>;
  onCrmPropertiesUpdate(names: readonly string[] | '*', listener: PropertiesListener): void;
  addAlert(alert: AlertRequest): void;
  reloadPage(): void;
  refreshObjectProperties(): void;
  copyTextToClipboard(text: string): Promise<Reply<null>>;
  openIframeModal(request: IframeRequest, onClose: (() => unknown) | null): void;
  closeOverlay(id: string): void;
  navigateToPage(target: PageTarget): void;
  reportCrash(message: string): void;
  log(level: 'debug' | 'info' | 'warn' | 'error', text: string): void;
}

/** What the worker does for the page. */
export interface WorkerApi {
  /** Loads the bundle. Until it has, the worker must not be stopped: it would report a broken load. */
  load(extension: ExtensionStart): void;
  /** Renders what was loaded. */
  render(receive: RemoteChannel): Promise<void>;
  /** The user went to another of the app's pages. */
  moveTo(location: AppPageLocation): void;
  /** The clock was moved: it is so far ahead of the machine's. */
  setClock(aheadMs: number): void;
}

/** The context of all extensions alike (BaseContext of @hubspot/ui-extensions 0.17.0). */
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
  /** The variables of the profile that the project was uploaded with. */
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

/** `PagesContext` of the SDK, which has no record. */
export interface AppPageContext extends SharedContext {
  readonly location: 'pages';
  readonly extension: { readonly appId: number; readonly appName: string };
}

/** `BulkActionsContext` of the SDK, which has the selected records. */
export interface BulkActionContext extends SharedContext {
  readonly location: 'crm.bulkActions';
  readonly extension: { readonly appId: number; readonly appName: string };
  readonly crm: { readonly objectTypeId: string; readonly objectIds: readonly number[] };
}

export type ExtensionContext = AppPageContext | BulkActionContext | CardContext;

/** A card's record is what others do not have. */
export const isCardContext = (context: ExtensionContext): context is CardContext =>
  'crm' in context && 'objectId' in context.crm;

export interface ExtensionStart {
  readonly bundleUrl: string;
  readonly context: ExtensionContext;
  /** Null for a card and a bulk action. */
  readonly pageLocation: AppPageLocation | null;
  readonly clockAheadMs: number;
}

import type { RemoteChannel } from '@remote-ui/core';
import type { Associations, PropertyValues } from '../api/wire.ts';
import type { ExtensionContext } from './extension-context.ts';

/** Between the record page and the worker of a card or app page. What fails travels as a value, as an Error would lose its shape. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export interface FormattingOptions {
  readonly date?: { readonly format?: string; readonly relative?: boolean };
  readonly dateTime?: { readonly format?: string; readonly relative?: boolean };
  readonly currency?: { readonly addSymbol?: boolean };
}

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

export interface CrmSearchReply {
  readonly results: readonly { readonly objectId: number; readonly properties: PropertyValues }[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly after?: string | undefined;
}

export interface FormatRequest {
  readonly propertiesList: readonly PropertyValues[];
  readonly objectType: string;
  readonly formattingOptions?: FormattingOptions;
}

export interface AlertRequest {
  readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip';
  readonly title?: string;
  readonly message: string;
}

export interface IframeRequest {
  readonly uri: string;
  readonly height: number;
  readonly width: number;
  readonly title?: string;
  readonly flush?: boolean;
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

/** `AppPageLocation` of the SDK: where within the app's pages a person is. */
export interface AppPageLocation {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** A place among the app's pages, as `navigateToPage` and the page links name it. */
export interface PageTarget {
  /** May hold tokens such as `:customerId`. */
  readonly to: string;
  /** Values of the tokens; the others become the query. */
  readonly params?: Readonly<Record<string, string>> | undefined;
}

/** What the worker does for the page. */
export interface WorkerApi {
  /** Loads the bundle. Until it has, the worker must not be stopped: it would report a broken load. */
  load(extension: ExtensionStart): void;
  /** Renders what was loaded. */
  render(receive: RemoteChannel): Promise<void>;
  /** The person went elsewhere within the app's pages. */
  moveTo(location: AppPageLocation): void;
}

export interface ExtensionStart {
  readonly bundleUrl: string;
  readonly context: ExtensionContext;
  /** Null for a card. */
  readonly pageLocation: AppPageLocation | null;
}

import type { RemoteChannel } from '@remote-ui/core';
import type { Associations, PropertyValues } from '../api/wire.ts';

/** Between the page and a card's worker. What fails travels as a value, as an Error would lose its shape. */
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

/** What the page does for a card, called from the worker. */
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
  reportCrash(message: string): void;
  log(level: 'debug' | 'info' | 'warn' | 'error', text: string): void;
}

export interface CardContext {
  readonly location: string;
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
  readonly variables: Readonly<Record<string, string | number | boolean>>;
  readonly extension: {
    readonly appId: number;
    readonly appName: string;
    readonly cardTitle: string;
  };
  readonly crm: { readonly objectId: number; readonly objectTypeId: string };
}

/** What the worker does for the page. */
export interface WorkerApi {
  start(card: CardStart, receive: RemoteChannel): Promise<void>;
}

export interface CardStart {
  readonly bundleUrl: string;
  readonly context: CardContext;
}

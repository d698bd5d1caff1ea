import type { LinkProps } from '@hubspot/ui-extensions';
import type { RecordReference } from '../api/wire.ts';
import { PAYMENT_TYPES } from '../api/wire.ts';
import { LISTED_TYPES, objectTypeFacts } from './object-types.ts';

/** `AppPageLocation` of the SDK: where among the app's pages the user is. */
export interface AppPageLocation {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/** One of the app's pages, as `navigateToPage` and the page links name it. */
export interface PageTarget {
  /** May hold tokens such as `:customerId`. */
  readonly to: string;
  /** Values of the tokens; the others become the query. */
  readonly params?: Readonly<Record<string, string>> | undefined;
}

/**
 * The URL after `#`: `/contacts` is a list, `/contacts/8001` a record, `/app` and below it the app's own
 * pages, anything else the list of deals.
 */
export type Route =
  | { readonly kind: 'list'; readonly objectType: string }
  | ({ readonly kind: 'record' } & RecordReference)
  | { readonly kind: 'app'; readonly location: AppPageLocation };

export function parseRoute(hash: string): Route {
  const location = appPageLocationOf(hash);
  if (location !== null) return { kind: 'app', location };
  const [, objectType = '', id = ''] = hash.replace(/^#/, '').split('/');
  if (id !== '') return { kind: 'record', objectType, id: decodeURIComponent(id) };
  const listed = [...LISTED_TYPES, ...PAYMENT_TYPES].find((type) => type === objectType);
  return { kind: 'list', objectType: listed ?? 'deals' };
}

export const listHref = (objectType: string): string => `#/${objectType}`;

export const recordHref = ({ objectType, id }: RecordReference): string =>
  `#/${objectType}/${encodeURIComponent(id)}`;

const APP_ROOT = '#/app';

const pathOf = (text: string): string => {
  const segments = text.split('/').filter((segment) => segment !== '');
  return segments.map((segment) => `/${segment}`).join('');
};

/** `query` is without its `?`. */
const hrefOfPath = (path: string, query: string): string =>
  `${APP_ROOT}${pathOf(path)}${query === '' ? '' : `?${query}`}`;

/** HubSpot's `/app/<portal>/<app>/<path>?<query>` is `#/app/<path>?<query>` here. */
export function appPageHref({ to, params = {} }: PageTarget): string {
  const unused = new Map(Object.entries(params));
  const path = to.replaceAll(/:(\w+)/g, (token, name: string) => {
    const value = unused.get(name);
    if (value === undefined) throw new Error(`The page ${to} needs a value for ${token}.`);
    unused.delete(name);
    return encodeURIComponent(value);
  });
  return hrefOfPath(path, new URLSearchParams([...unused]).toString());
}

/** Null where the URL is not one of the app's pages. */
export function appPageLocationOf(hash: string): AppPageLocation | null {
  const [path = '', query = ''] = hash.split('?', 2);
  if (path !== APP_ROOT && !path.startsWith(`${APP_ROOT}/`)) return null;
  const inApp = pathOf(path.slice(APP_ROOT.length));
  return {
    path: inApp === '' ? '/' : inApp,
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

type Href = LinkProps['href'];

interface LinkTarget {
  readonly url: string;
  readonly opensNewTab: boolean;
}

/** https://app.hubspot.com/contacts/<portal>/record/0-3/<id>, in any of HubSpot's data centers. */
const RECORD_URL =
  /^https:\/\/app(?:-[a-z]+\d)?\.hubspot\.com\/contacts\/\d+\/record\/(0-[123])\/(\d+)$/;

/** https://app.hubspot.com/app/<portal>/<app>/<path>?<query> */
function appPageHrefOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, search } = new URL(url);
  const isHubSpot = protocol === 'https:' && /^app(?:-[a-z]+\d)?\.hubspot\.com$/.test(hostname);
  const [, area, portalId = '', appId, ...path] = pathname.split('/');
  if (!isHubSpot || area !== 'app' || !/^\d+$/.test(portalId) || appId === undefined) return null;
  return hrefOfPath(path.join('/'), search.slice(1));
}

/** Stripe's pages on which a customer pays in test mode; the dev server has one for each of them. */
const PAY_URL = /^https:\/\/(?:(buy)\.stripe\.com|invoice\.stripe\.com\/i)\/test_(\w+)(?:\?|$)/;

function payHrefOf(url: string): string | null {
  const [, buy, key] = PAY_URL.exec(url) ?? [];
  if (key === undefined) return null;
  return buy === undefined ? `/pay/invoice/${key}` : `/pay/link/${key}`;
}

/** The page of this sandbox for a record or an app page of HubSpot, or for one of Stripe's to pay on. */
function sandboxHref(url: string): string {
  const payHref = payHrefOf(url);
  if (payHref !== null) return payHref;
  const appPage = appPageHrefOf(url);
  if (appPage !== null) return appPage;
  const [, objectTypeId, id] = RECORD_URL.exec(url) ?? [];
  const objectType = LISTED_TYPES.find(
    (name) => objectTypeFacts(name).objectTypeId === objectTypeId,
  );
  return objectType === undefined || id === undefined ? url : recordHref({ objectType, id });
}

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** HubSpot opens its own pages in place, all others in a new tab with an icon. */
export function linkTarget(href: Href | undefined): LinkTarget | null {
  if (href === undefined) return null;
  const { url, external } = typeof href === 'string' ? { url: href } : href;
  const isRelative = !URL.canParse(url);
  if (!isRelative && !SAFE_PROTOCOLS.has(new URL(url).protocol)) return null;
  const isHubSpot = isRelative || /(^|\.)hubspot\.com$/.test(new URL(url).hostname);
  return { url: sandboxHref(url), opensNewTab: external ?? !isHubSpot };
}

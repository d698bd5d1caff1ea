import type { LinkProps } from '@hubspot/ui-extensions';
import { listedTypes, objectTypeFacts } from '../format/object-types.ts';
import { appPageAddress, recordHref } from '../format/hrefs.ts';

type Href = LinkProps['href'];

interface LinkTarget {
  readonly url: string;
  readonly opensNewTab: boolean;
}

/** https://app.hubspot.com/contacts/<portal>/record/0-3/<id>, in any of HubSpot's data centers. */
const recordAddress =
  /^https:\/\/app(?:-[a-z]+\d)?\.hubspot\.com\/contacts\/\d+\/record\/(0-[123])\/(\d+)$/;

/** https://app.hubspot.com/app/<portal>/<app>/<path>?<query> */
function appPageOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, search } = new URL(url);
  const isHubSpot = protocol === 'https:' && /^app(?:-[a-z]+\d)?\.hubspot\.com$/.test(hostname);
  const [, area, portalId = '', appId, ...path] = pathname.split('/');
  if (!isHubSpot || area !== 'app' || !/^\d+$/.test(portalId) || appId === undefined) return null;
  return appPageAddress(path.join('/'), search.slice(1));
}

/** The page that this sandbox has instead of a record's, or the app's, in HubSpot. */
function sandboxHref(url: string): string {
  const appPage = appPageOf(url);
  if (appPage !== null) return appPage;
  const [, objectTypeId, id] = recordAddress.exec(url) ?? [];
  const objectType = listedTypes.find(
    (name) => objectTypeFacts(name).objectTypeId === objectTypeId,
  );
  return objectType === undefined || id === undefined ? url : recordHref({ objectType, id });
}

const safeProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** HubSpot's rule: its own pages open in place, all others in a new tab with an icon. */
export function linkTarget(href: Href | undefined): LinkTarget | null {
  if (href === undefined) return null;
  const { url, external } = typeof href === 'string' ? { url: href } : href;
  const isRelative = !URL.canParse(url);
  if (!isRelative && !safeProtocols.has(new URL(url).protocol)) return null;
  const isHubSpot = isRelative || /(^|\.)hubspot\.com$/.test(new URL(url).hostname);
  return { url: sandboxHref(url), opensNewTab: external ?? !isHubSpot };
}

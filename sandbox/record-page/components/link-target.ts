import type { LinkProps } from '@hubspot/ui-extensions';

type Href = LinkProps['href'];

interface LinkTarget {
  readonly url: string;
  readonly opensNewTab: boolean;
}

const safeProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** HubSpot's rule: its own pages open in place, all others in a new tab with an icon. */
export function linkTarget(href: Href | undefined): LinkTarget | null {
  if (href === undefined) return null;
  const { url, external } = typeof href === 'string' ? { url: href } : href;
  const isRelative = !URL.canParse(url);
  if (!isRelative && !safeProtocols.has(new URL(url).protocol)) return null;
  const isHubSpot = isRelative || /(^|\.)hubspot\.com$/.test(new URL(url).hostname);
  return { url, opensNewTab: external ?? !isHubSpot };
}

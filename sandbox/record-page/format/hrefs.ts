import type { AppPageLocation, PageTarget } from '../extension-host/protocol.ts';

/** Addresses within the page: `#/contacts` is a list, `#/contacts/8001` a record. */
export const listHref = (objectType: string): string => `#/${objectType}`;

export const recordHref = ({
  objectType,
  id,
}: {
  readonly objectType: string;
  readonly id: string;
}): string => `#/${objectType}/${encodeURIComponent(id)}`;

const appRoot = '#/app';

const pathOf = (text: string): string => {
  const segments = text.split('/').filter((segment) => segment !== '');
  return segments.map((segment) => `/${segment}`).join('');
};

/** `query` is without its `?`. */
export const appPageAddress = (path: string, query: string): string =>
  `${appRoot}${pathOf(path)}${query === '' ? '' : `?${query}`}`;

/** HubSpot's `/app/<portal>/<app>/<path>?<query>` is `#/app/<path>?<query>` here. */
export function appPageHref({ to, params = {} }: PageTarget): string {
  const left = new Map(Object.entries(params));
  const path = to.replaceAll(/:(\w+)/g, (token, name: string) => {
    const value = left.get(name);
    if (value === undefined) throw new Error(`The page ${to} needs a value for ${token}.`);
    left.delete(name);
    return encodeURIComponent(value);
  });
  return appPageAddress(path, new URLSearchParams([...left]).toString());
}

/** Null where the address is not one of the app's pages. */
export function appPageLocationOf(hash: string): AppPageLocation | null {
  const [path = '', query = ''] = hash.split('?', 2);
  if (path !== appRoot && !path.startsWith(`${appRoot}/`)) return null;
  const within = pathOf(path.slice(appRoot.length));
  return {
    path: within === '' ? '/' : within,
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The URL where it names this machine, else undefined: a variable that redirects an API may never send
 * a key to another host.
 */
export function loopbackUrl(text: string | undefined): URL | undefined {
  if (text === undefined || text === '' || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && LOOPBACK_HOSTS.has(url.hostname) ? url : undefined;
}

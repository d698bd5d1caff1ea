import type { MiddlewareHandler } from 'hono';

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

function hostnameOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).hostname : null;
}

/**
 * The server holds a HubSpot token and has no login. A page of another site, or a name that somebody
 * points at 127.0.0.1, must not be able to use it.
 */
export const loopbackGuard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  const origin = context.req.header('origin');
  const hostIsLoopback = loopbackHosts.has(hostnameOf(`http://${host}`) ?? '');
  const originIsOurs = origin === undefined || origin === `http://${host}`;
  if (hostIsLoopback && originIsOurs) {
    await next();
    return undefined;
  }
  return context.json({ error: 'Only this page, on the loopback address, may ask.' }, 403);
};

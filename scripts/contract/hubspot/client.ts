import { createPoliteFetch } from '../polite-fetch.ts';
import type { Session } from '../session.ts';

/** Below 100 requests in ten seconds, the smallest limit, and 5 searches a second. */
const MIN_INTERVAL_MS = 120;
const MIN_SEARCH_INTERVAL_MS = 300;

const HUBSPOT_API = 'https://api.hubapi.com';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** An answer that is no success. */
class HubSpotRefusal extends Error {
  override readonly name = 'HubSpotRefusal';
  readonly statusCode: number;
  readonly body: unknown;

  constructor(request: string, { status, body }: Answer) {
    super(`${request}: ${String(status)} ${JSON.stringify(body).slice(0, 300)}`);
    this.statusCode = status;
    this.body = body;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HubSpot {
  /** Whatever the status. */
  send(method: Method, path: string, body?: object): Promise<Answer>;
  /** The body of a success. @throws {HubSpotRefusal} */
  ask(method: Method, path: string, body?: object): Promise<unknown>;
  /** Deletes what may be gone already. @throws {HubSpotRefusal} */
  remove(path: string): Promise<void>;
}

export interface HubSpotOptions {
  readonly accessToken: string;
  readonly session: Session;
  /** A stand-in; undefined for HubSpot itself. */
  readonly apiBaseUrl: string | undefined;
  /** False until the account is known to be a test account, or was allowed. */
  readonly mayWrite: () => boolean;
}

/** Requests that only read, although they have a body. */
const READS = /\/(?:search|batch\/read|access-token-info)$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 300);
  }
}

export function createHubSpot(options: HubSpotOptions): HubSpot {
  const { accessToken, session, apiBaseUrl = HUBSPOT_API, mayWrite } = options;
  const politely = createPoliteFetch({
    session,
    minIntervalMs: (url) => (url.endsWith('/search') ? MIN_SEARCH_INTERVAL_MS : MIN_INTERVAL_MS),
    mayAsk: (method, url) => method === 'GET' || READS.test(url) || mayWrite(),
  });
  const send: HubSpot['send'] = async (method, path, body) => {
    const response = await politely(`${apiBaseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { status, headers } = response;
    return { status, headers, body: parsed(await response.text()) };
  };
  return {
    send,
    async remove(path) {
      const answer = await send('DELETE', path);
      const isGone = answer.status === 404 || (answer.status >= 200 && answer.status <= 299);
      if (!isGone) throw new HubSpotRefusal(`DELETE ${path}`, answer);
    },
    async ask(method, path, body) {
      const answer = await send(method, path, body);
      if (answer.status < 200 || answer.status > 299) {
        throw new HubSpotRefusal(`${method} ${path}`, answer);
      }
      return answer.body;
    },
  };
}

import type { HttpLibrary } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import {
  ResponseContext,
  wrapHttpLibrary,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';

/** The connection to HubSpot broke or did not answer in time. */
export class HubSpotConnectionError extends Error {
  override readonly name = 'HubSpotConnectionError';
}

/** A batch of which only a part took effect: HubSpot's 207. */
export class HubSpotPartialError extends Error {
  override readonly name = 'HubSpotPartialError';
}

interface TransportOptions {
  /** True for reads, of which a part is an answer: the rest may simply not be there. */
  readonly acceptsParts: boolean;
}

/** HubSpot's client over `fetch`, each request with its own time limit; the client's default has none. */
export function createTransport(
  timeoutMs: number,
  { acceptsParts }: TransportOptions = { acceptsParts: false },
): HttpLibrary {
  return wrapHttpLibrary({
    async send(request) {
      const response = await fetchWithin(timeoutMs, request.getUrl(), {
        method: request.getHttpMethod(),
        headers: request.getHeaders(),
        body: bodyOf(request.getBody()),
      });
      if (response.status === 207 && !acceptsParts)
        throw new HubSpotPartialError('HubSpot answered 207.');
      const text = await response.text().catch((cause: unknown) => {
        throw new HubSpotConnectionError('The answer was cut off.', { cause });
      });
      const isJson = isJsonText(text);
      const isEmpty = response.status === 204;
      if (response.ok && !isJson && !isEmpty)
        throw new HubSpotConnectionError('The answer is not JSON.');
      // The client parses by content type, and on a gateway's page would fail before it sees the status.
      const contentType = isJson ? 'application/json' : 'text/plain';
      const headers = { ...Object.fromEntries(response.headers), 'content-type': contentType };
      return new ResponseContext(response.status, headers, {
        text: () => Promise.resolve(text),
        binary: () => Promise.resolve(Buffer.from(text)),
      });
    },
  });
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function bodyOf(body: unknown): string | null {
  return typeof body === 'string' ? body : null;
}

async function fetchWithin(timeoutMs: number, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  } catch (cause) {
    throw new HubSpotConnectionError('The request got no answer.', { cause });
  }
}

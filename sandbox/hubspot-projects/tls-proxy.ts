import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Certificate } from './certificate.ts';

/** One request as it arrived, also one that is not served here. */
export interface ProxiedRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly status: number;
  readonly body: Buffer;
}

export interface TlsProxy {
  /** For `HTTPS_PROXY`. */
  readonly url: string;
  readonly requests: readonly ProxiedRequest[];
  /** Hosts that were requested and have no stand-in here. */
  readonly refusedHosts: readonly string[];
  close(): Promise<void>;
}

export interface TlsProxyOptions {
  readonly certificate: Certificate;
  /** Host -> who answers in its place. */
  readonly hosts: ReadonlyMap<string, Hono>;
}

const HTTPS_PORT = 443;

type Fetch = (request: Request) => Promise<Response>;

function answerAndRecord(hosts: TlsProxyOptions['hosts'], requests: ProxiedRequest[]): Fetch {
  return async (request) => {
    const { hostname: host, pathname: path } = new URL(request.url);
    const { method } = request;
    const body = Buffer.from(await request.arrayBuffer());
    const hasBody = method !== 'GET' && method !== 'HEAD';
    const again = new Request(request.url, {
      method,
      headers: request.headers,
      ...(hasBody ? { body } : {}),
    });
    const response = await (hosts.get(host)?.fetch(again) ?? new Response(null, { status: 421 }));
    requests.push({ method, host, path, status: response.status, body });
    return response;
  };
}

/**
 * A proxy that forwards nothing: it opens the TLS connections itself, so that the stand-ins can answer for
 * their hosts, and refuses every other host. Loopback only.
 */
export function startTlsProxy({ certificate, hosts }: TlsProxyOptions): Promise<TlsProxy> {
  const requests: ProxiedRequest[] = [];
  const refusedHosts: string[] = [];
  const open = new Set<Duplex>();
  const listener = getRequestListener(answerAndRecord(hosts, requests));
  const secure = createSecureServer(certificate, (request, response) => {
    void listener(request, response);
  });
  const proxy = createServer((request, response) => {
    refusedHosts.push(request.url ?? '');
    response.writeHead(403).end();
  });
  proxy.on('connect', ({ url = '' }, socket: Duplex) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    const { hostname, port } = new URL(`https://${url}`);
    if (!hosts.has(hostname) || (port !== '' && Number(port) !== HTTPS_PORT)) {
      refusedHosts.push(url);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    secure.emit('connection', socket);
  });
  return new Promise((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(0, '127.0.0.1', () => {
      const { port } = proxy.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${String(port)}`,
        requests,
        refusedHosts,
        close: () =>
          new Promise((closed) => {
            for (const socket of open) socket.destroy();
            proxy.close(() => {
              closed();
            });
          }),
      });
    });
  });
}

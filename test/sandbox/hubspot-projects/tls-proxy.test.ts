import { request } from 'node:http';
import { connect as connectTls } from 'node:tls';
import type { Socket } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Certificate } from '../../../sandbox/hubspot-projects/certificate.ts';
import { createCertificate } from '../../../sandbox/hubspot-projects/certificate.ts';
import type { TlsProxy } from '../../../sandbox/hubspot-projects/tls-proxy.ts';
import { startTlsProxy } from '../../../sandbox/hubspot-projects/tls-proxy.ts';

const HOST = 'api.service.test';

let certificate: Certificate;
let proxy: TlsProxy;

beforeAll(async () => {
  certificate = await createCertificate([HOST], Date.now());
  const app = new Hono();
  app.post('/echo', async (context) => context.text(`heard ${await context.req.text()}`));
  proxy = await startTlsProxy({ certificate, hosts: new Map([[HOST, app]]) });
});

afterAll(() => proxy.close());

interface Tunnel {
  readonly status: number | undefined;
  readonly socket: Socket;
}

function openTunnel(target: string): Promise<Tunnel> {
  return new Promise((resolve, reject) => {
    request(proxy.url, { method: 'CONNECT', path: target })
      .on('connect', ({ statusCode }, socket) => {
        resolve({ status: statusCode, socket });
      })
      .on('error', reject)
      .end();
  });
}

/** Sends one request through a tunnel and answers with everything that came back. */
function askThrough(socket: Socket, lines: readonly string[], ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const secure = connectTls({ socket, servername: HOST, ca }, () => {
      secure.write(lines.join('\r\n'));
    });
    secure.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    secure.on('end', () => {
      resolve(heard);
    });
    secure.on('error', reject);
  });
}

const postTo = (path: string): readonly string[] => [
  `POST ${path} HTTP/1.1`,
  `Host: ${HOST}`,
  'Content-Length: 5',
  'Connection: close',
  '',
  'hello',
];

test('it answers for its host over TLS and records the request', async () => {
  const { status, socket } = await openTunnel(`${HOST}:443`);
  expect(status).toBe(200);
  expect(await askThrough(socket, postTo('/echo'), certificate.cert)).toContain('heard hello');
  const [recorded] = proxy.requests;
  expect(recorded).toMatchObject({ method: 'POST', host: HOST, path: '/echo', status: 200 });
  expect(recorded?.body.toString()).toBe('hello');
});

test('an unknown path is answered with 404 and recorded', async () => {
  const { socket } = await openTunnel(`${HOST}:443`);
  expect(await askThrough(socket, postTo('/nowhere'), certificate.cert)).toMatch(/^HTTP\/1\.1 404/);
  expect(proxy.requests.at(-1)).toMatchObject({ path: '/nowhere', status: 404 });
});

test('a client that does not trust its certificate does not connect', async () => {
  const other = await createCertificate([HOST], Date.now());
  const { socket } = await openTunnel(`${HOST}:443`);
  await expect(askThrough(socket, postTo('/echo'), other.cert)).rejects.toThrow();
});

test.each(['elsewhere.test:443', `${HOST}:8443`, '127.0.0.1:80'])(
  'a tunnel to %s is refused and recorded',
  async (target) => {
    expect((await openTunnel(target)).status).toBe(403);
    expect(proxy.refusedHosts).toContain(target);
  },
);

test('a plain request, even to its own host, is refused and recorded', async () => {
  const address = `http://${HOST}/echo`;
  const status = await new Promise((resolve, reject) => {
    request(proxy.url, { path: address }, ({ statusCode }) => {
      resolve(statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
  expect(proxy.refusedHosts).toContain(address);
});

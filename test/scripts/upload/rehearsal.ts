import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../scripts/build/project.ts';
import { createCertificate } from '../../../sandbox/hubspot-projects/certificate.ts';
import type { ProjectsStore } from '../../../sandbox/hubspot-projects/store.ts';
import { createProjectsSandbox } from '../../../sandbox/hubspot-projects/index.ts';
import { createNpmRegistry } from '../../../sandbox/hubspot-projects/npm-registry.ts';
import type { ProxiedRequest } from '../../../sandbox/hubspot-projects/tls-proxy.ts';
import { startTlsProxy } from '../../../sandbox/hubspot-projects/tls-proxy.ts';

export const ACCOUNT_ID = 424_242;
export const ACCESS_KEY_CANARY = 'canary-personal-access-key-5e1f';
export const STRIPE_KEY_CANARY = 'sk_test_canary7c3d9b21';

const HUBSPOT_API = 'api.hubapi.com';
const REGISTRY = 'registry.test';

export const HS = path.join(ROOT, 'node_modules/.bin/hs');

export interface Rehearsal {
  readonly folder: string;
  readonly store: ProjectsStore;
  readonly requests: readonly ProxiedRequest[];
  readonly refusedHosts: readonly string[];
  /** The packages that `npm audit` asked about. */
  readonly auditedPackages: ReadonlySet<string>;
  /** Everything that a child process may know. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of every file that was left in the home folder. */
  textsAtHome(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function textsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')),
  );
}

/** A folder, a home, and a network in which HubSpot and npm's registry are stand-ins and nothing else is. */
export async function startRehearsal(): Promise<Rehearsal> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'upload-rehearsal-'));
  const home = path.join(folder, 'home');
  await mkdir(home);
  const hubspot = createProjectsSandbox({
    account: { accountId: ACCOUNT_ID, personalAccessKey: ACCESS_KEY_CANARY },
    platformVersion: '2026.09',
    nowMs: () => Date.now(),
  });
  const registry = createNpmRegistry();
  const hosts = new Map([
    [HUBSPOT_API, hubspot.app],
    [REGISTRY, registry.app],
  ]);
  const certificate = await createCertificate([...hosts.keys()], Date.now());
  const authority = path.join(folder, 'certificate.pem');
  await writeFile(authority, certificate.cert);
  const npmSettings = [
    `registry=https://${REGISTRY}/`,
    `cafile=${authority}`,
    'update-notifier=false',
  ];
  await writeFile(path.join(home, '.npmrc'), npmSettings.join('\n'));
  const proxy = await startTlsProxy({ certificate, hosts });
  return {
    folder,
    store: hubspot.store,
    requests: proxy.requests,
    refusedHosts: proxy.refusedHosts,
    auditedPackages: registry.asked,
    environment: {
      PATH: process.env['PATH'],
      HOME: home,
      HTTPS_PROXY: proxy.url,
      HTTP_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: authority,
      NO_UPDATE_NOTIFIER: '1',
      HUBSPOT_ACCOUNT_ID: String(ACCOUNT_ID),
      HUBSPOT_PERSONAL_ACCESS_KEY: ACCESS_KEY_CANARY,
      STRIPE_SECRET_KEY: STRIPE_KEY_CANARY,
    },
    textsAtHome: () => textsBelow(home),
    close: async () => {
      await proxy.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** `POST api.hubapi.com/developer/projects/v1`, each once, sorted. */
export const linesOf = (requests: readonly ProxiedRequest[]): readonly string[] =>
  [...new Set(requests.map(({ method, host, path }) => `${method} ${host}${path}`))].sort();

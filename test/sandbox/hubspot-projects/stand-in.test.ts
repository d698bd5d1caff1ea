import { zipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { createProjectsSandbox } from '../../../sandbox/hubspot-projects/index.ts';
import type { ProjectsSandbox } from '../../../sandbox/hubspot-projects/index.ts';

const NOW_MS = 1_795_348_800_000;

let sandbox: ProjectsSandbox;
let token: string;

beforeEach(async () => {
  sandbox = createProjectsSandbox({
    account: { accountId: 7, personalAccessKey: 'the-key' },
    platformVersion: '2026.09',
    nowMs: () => NOW_MS,
  });
  const reply = await refresh({ encodedOAuthRefreshToken: 'the-key' });
  ({ oauthAccessToken: token } = (await reply.json()) as { oauthAccessToken: string });
});

async function refresh(body: object): Promise<Response> {
  return sandbox.app.request('/localdevauth/v1/auth/refresh', {
    method: 'POST',
    body: JSON.stringify(body),
  });
}

async function ask(path: string, init: RequestInit = {}, portalId = '7'): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  return sandbox.app.request(`${path}?portalId=${portalId}`, { headers, ...init });
}

const FUNCTION_NODE = {
  uid: 'say-hello',
  componentType: 'APP_FUNCTION',
  metaFilePath: 'app/functions/say-hello-hsmeta.json',
  config: { entrypoint: '/app/functions/dist/say-hello.js' },
  componentDeps: { app: 'the-app' },
  files: {},
};

const APP_NODE = {
  uid: 'the-app',
  componentType: 'APPLICATION',
  metaFilePath: 'app/app-hsmeta.json',
  config: {},
  componentDeps: {},
  files: {},
};

const REQUEST = {
  intermediateNodesIndexedByUid: { 'the-app': APP_NODE, 'say-hello': FUNCTION_NODE },
  profileData: { vars: { profileVariables: {} } },
  projectName: 'hello',
  buildMessage: '',
  skipAutoDeploy: false,
};

const FILES = {
  'app/app-hsmeta.json': new Uint8Array(),
  'app/functions/say-hello-hsmeta.json': new Uint8Array(),
  'app/functions/dist/say-hello.js': new Uint8Array(),
};

interface FormParts {
  readonly archive?: Uint8Array;
  readonly request?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function upload({ archive = zipSync(FILES), request, more = {} }: FormParts): Promise<Response> {
  const body = new FormData();
  body.set('projectFilesZip', new File([Buffer.from(archive)], 'project.zip'));
  body.set('platformVersion', '2026.09');
  body.set('uploadRequest', request ?? JSON.stringify(REQUEST));
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  return ask('/project-components-external/v3/upload/new-api', { method: 'POST', body });
}

const createProject = (): Promise<Response> =>
  ask('/developer/projects/v1', { method: 'POST', body: JSON.stringify({ name: 'hello' }) });

async function statusesOf(path: string, looks: number): Promise<readonly string[]> {
  const statuses: string[] = [];
  for (let look = 0; look < looks; look += 1) {
    const { status } = (await (await ask(path)).json()) as { status: string };
    statuses.push(status);
  }
  return statuses;
}

const BUILD = '/dfs/v1/projects/hello/builds/1/status';

test('only the right key is exchanged for a token', async () => {
  expect((await refresh({ encodedOAuthRefreshToken: 'another' })).status).toBe(401);
  expect((await refresh({ encodedOAuthRefreshToken: 'the-key', more: 1 })).status).toBe(400);
});

test('a request without the token, or for another account, is refused', async () => {
  const path = '/developer/projects/v1/by-name/hello';
  expect((await ask(path, { headers: {} })).status).toBe(401);
  expect((await ask(path, { headers: { authorization: 'Bearer the-key' } })).status).toBe(401);
  expect((await ask(path, {}, '8')).status).toBe(401);
});

test.each([
  '/nowhere',
  '/developer/projects/v1/by-name/hello',
  '/dfs/v1/projects/hello/builds/1/status',
  '/dfs/deploy/v1/deploy-status/projects/hello/deploys/1',
  '/project-components-external/project-schemas/v3/2019.01',
])('%s answers not found', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('an upload needs its project', async () => {
  expect((await upload({})).status).toBe(404);
  expect(sandbox.store.uploads).toEqual([]);
});

test.each<[string, FormParts]>([
  ['an archive that is no zip', { archive: Buffer.from('PK but nothing more') }],
  ['a request that is no JSON', { request: '{' }],
  ['a request with an unknown part', { request: JSON.stringify({ ...REQUEST, surprise: 1 }) }],
  ['an unknown field', { more: { surprise: '1' } }],
])('an upload with %s is refused', async (_name, parts) => {
  await createProject();
  expect((await upload(parts)).status).toBe(400);
  expect(sandbox.store.uploads).toEqual([]);
});

test('a body that is not a form is refused', async () => {
  await createProject();
  const init = { method: 'POST', body: 'projectFilesZip' };
  const response = await ask('/project-components-external/v3/upload/new-api', init);
  expect(response.status).toBe(400);
});

test('a valid upload is built and then deployed, over several polls', async () => {
  await createProject();
  expect(await (await upload({})).json()).toEqual({ createdBuildId: 1 });
  expect(await statusesOf(BUILD, 4)).toEqual(['ENQUEUED', 'BUILDING', 'SUCCESS', 'SUCCESS']);
  const deploy = '/dfs/deploy/v1/deploy-status/projects/hello/deploys/1';
  expect(await statusesOf(deploy, 3)).toEqual(['DEPLOYING', 'SUCCESS', 'SUCCESS']);
  const structure = await ask('/dfs/v1/builds/by-project-name/hello/builds/1/structure');
  expect(await structure.json()).toEqual({ topLevelComponentsWithChildren: { 100: ['101'] } });
});

test('an upload without a file that a component names fails at that component', async () => {
  await createProject();
  const declarations = Object.entries(FILES).filter(([name]) => name.endsWith('-hsmeta.json'));
  await upload({ archive: zipSync(Object.fromEntries(declarations)) });
  await ask(BUILD);
  const build = (await (await ask(BUILD)).json()) as {
    status: string;
    subbuildStatuses: { buildName: string; status: string; errorMessage: string }[];
  };
  expect(build.status).toBe('FAILURE');
  expect(
    build.subbuildStatuses.map(({ buildName, status, errorMessage }) => [
      buildName,
      status,
      errorMessage,
    ]),
  ).toEqual([
    ['the-app', 'SUCCESS', ''],
    ['say-hello', 'FAILURE', "app/functions/dist/say-hello.js is not in the project's files."],
  ]);
});

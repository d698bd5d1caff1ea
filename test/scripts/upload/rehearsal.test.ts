import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Upload } from '../../../sandbox/hubspot-projects/entities.ts';
import { missingFiles } from '../../../sandbox/hubspot-projects/store.ts';
import { HS, linesOf, STRIPE_KEY_CANARY } from './rehearsal.ts';
import type { Rehearsed } from './rehearsed.ts';
import { onlyUpload, rehearseCommand, textsWithSecrets } from './rehearsed.ts';
import { plainEnvironment, runProgram } from './run-program.ts';
import type { Unpacked } from './unpacked.ts';
import { foldersOf, unpack } from './unpacked.ts';

/** An upload with the CLI's own pauses, an install, and the bundles of every card. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

/** Nine functions of 600 to 700 KB, compressed, are most of it. */
const MAX_ARCHIVE_BYTES = 3 * 1024 * 1024;

let command: Rehearsed;
/** What the command uploaded, as it came and as it lies on a disk. */
let upload: Upload;
let unpacked: Unpacked;

beforeAll(async () => {
  command = await rehearseCommand();
  upload = onlyUpload(command);
  unpacked = await unpack(upload, path.join(command.rehearsal.folder, 'unpacked'));
});

afterAll(() => command.rehearsal.close());

test('the installed CLI uploads, builds and deploys the project', () => {
  expect(command.outcome).toMatchObject({ code: 0 });
  expect(command.outcome.output).toContain('Build #1 succeeded');
  expect(command.outcome.output).toContain('Deployed build #1 in stripe-payments');
});

test('the CLI calls only known HubSpot endpoints', () => {
  const { requests, refusedHosts } = command.rehearsal;
  expect(refusedHosts).toEqual([]);
  expect(linesOf(requests)).toEqual([
    'GET api.hubapi.com/developer/projects/v1/by-name/stripe-payments',
    'GET api.hubapi.com/dfs/deploy/v1/deploy-status/projects/stripe-payments/deploys/1',
    'GET api.hubapi.com/dfs/deploy/v1/deploys/by-project-name/stripe-payments/deploys/1/structure',
    'GET api.hubapi.com/dfs/logging/v1/logs/projects/stripe-payments/builds/1/combined/warn',
    'GET api.hubapi.com/dfs/logging/v1/logs/projects/stripe-payments/deploys/1/combined/warn',
    'GET api.hubapi.com/dfs/v1/builds/by-project-name/stripe-payments/builds/1/structure',
    'GET api.hubapi.com/dfs/v1/projects/stripe-payments/builds/1/status',
    'GET api.hubapi.com/firealarm/v4/alarm/hubspot-cli/424242',
    'GET api.hubapi.com/project-components-external/project-schemas/v3/2026.09',
    'POST api.hubapi.com/developer/projects/v1',
    'POST api.hubapi.com/local/dev/tools/proxy/v1/usage',
    'POST api.hubapi.com/localdevauth/v1/auth/refresh',
    'POST api.hubapi.com/project-components-external/v3/upload/new-api',
    'POST registry.test/-/npm/v1/security/advisories/bulk',
  ]);
});

test('the CLI polls the build until it ends', () => {
  const looks = command.rehearsal.requests.filter(({ path: asked }) =>
    asked.endsWith('/builds/1/status'),
  );
  expect(looks).toHaveLength(3);
});

test('`npm audit` runs for what is installed in HubSpot, before the upload', () => {
  for (const folder of foldersOf([...unpacked.ui, ...unpacked.functions])) {
    const name = path.relative(unpacked.root, folder);
    expect(command.outcome.output).toContain(`No npm dependency issues found for ${name}`);
  }
  expect(command.rehearsal.auditedPackages).toContain('@hubspot/ui-extensions');
});

test('every file that a component names is in the archive', () => {
  expect(unpacked.functions.length).toBeGreaterThan(2);
  expect(unpacked.cards.length).toBeGreaterThan(3);
  expect(upload.nodes.flatMap((node) => missingFiles(node, upload.files))).toEqual([]);
});

test('the archive contains only what HubSpot needs', () => {
  const unwanted =
    /(?:^|\/)(?:\.[^/]+|node_modules|hsprofile\.[^/]*|tsconfig\.json)(?:\/|$)|\.(?:map|log|test\.tsx?)$/;
  const names = [...upload.files.keys()];
  expect(names.filter((name) => unwanted.test(name))).toEqual([]);
  const built = names.filter((name) => name.startsWith('app/functions/dist/'));
  const declared = unpacked.functions.map(({ entrypoint }) =>
    path.relative(path.join(unpacked.root, 'src'), entrypoint),
  );
  const licenses = 'app/functions/dist/third-party-licenses.txt';
  expect(built.toSorted()).toEqual([...declared, licenses].toSorted());
});

test('the archive is small', async ({ annotate }) => {
  const kilobytes = Math.round(upload.archive.byteLength / 1024);
  await annotate(`${String(kilobytes)} KB, ${String(upload.files.size)} files`);
  expect(upload.archive.byteLength).toBeLessThan(MAX_ARCHIVE_BYTES);
});

test('`hs project upload` neither uploads, prints nor stores a secret', async () => {
  expect(await textsWithSecrets(command)).toEqual([]);
});

test('`npm ci` accepts every lockfile in the archive and needs no install script', async () => {
  for (const folder of foldersOf([...unpacked.ui, ...unpacked.functions])) {
    const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    const environment = plainEnvironment();
    const { code, output } = await runProgram('npm', args, { folder, environment });
    expect(`${String(code)} ${output}`).toMatch(/^0 /);
  }
});

test("HubSpot's bundler builds every card and page from the archive alone", async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const built: string[] = [];
  for (const { uid, folder, entrypoint } of unpacked.ui) {
    const entryPoint = path.basename(entrypoint);
    const outputDir = path.join(unpacked.root, 'built', uid);
    await remoteBuild({ root: folder, entryPoint, outputDir, logLevel: 'warn' });
    const bundle = await readFile(path.join(outputDir, entryPoint.replace(/\.tsx?$/, '.js')));
    if (bundle.includes('extend_V2')) built.push(uid);
  }
  vi.unstubAllEnvs();
  expect(built).toEqual(unpacked.ui.map(({ uid }) => uid));
});

/** Sends every call of a function to a closed port of this machine. */
const CLOSED_PORT = {
  STRIPE_API_BASE_URL: 'http://127.0.0.1:9',
  HUBSPOT_API_BASE_URL: 'http://127.0.0.1:9',
};

/** For a Node of its own, which knows nothing but the unpacked archive. */
const CALL_EVERY_FUNCTION = `
  const [, ...files] = process.argv;
  (async () => {
    const replies = [];
    for (const file of files) replies.push(await require(file).main('no sense'));
    process.stdout.write('\\n' + JSON.stringify(replies));
  })();
`;

const refusalSchema = z.strictObject({
  ok: z.literal(false),
  error: z.looseObject({ code: z.string().min(1), message: z.string().min(1) }),
});

test('every function runs from the archive and answers a bad request with the reason', async () => {
  const files = unpacked.functions.map(({ entrypoint }) => entrypoint);
  const { PATH } = process.env;
  const { output } = await runProgram(process.execPath, ['-e', CALL_EVERY_FUNCTION, ...files], {
    folder: unpacked.root,
    environment: { ...CLOSED_PORT, PATH, STRIPE_SECRET_KEY: STRIPE_KEY_CANARY },
  });
  const replies = z.array(refusalSchema).parse(JSON.parse(output.split('\n').at(-1) ?? ''));
  expect(replies).toHaveLength(files.length);
  expect(output).not.toContain(STRIPE_KEY_CANARY);
});

test('`hs project lint` finds nothing in the unpacked project, and changes nothing', async () => {
  const folders = foldersOf(unpacked.ui);
  const readManifests = (): Promise<readonly string[]> =>
    Promise.all(folders.map((folder) => readFile(path.join(folder, 'package.json'), 'utf8')));
  const before = await readManifests();
  const args = ['project', 'lint', '--install-missing-deps=false'];
  const { environment, refusedHosts } = command.rehearsal;
  const { code, output } = await runProgram(HS, args, { folder: unpacked.root, environment });
  expect(`${String(code)} ${output}`).toMatch(/^0 /);
  // HubSpot's CLI 8.14 passes over bulk actions; `npm run upload` runs their rules itself.
  for (const folder of folders.filter((each) => path.basename(each) !== 'actions')) {
    expect(output).toContain(`✓ ${path.relative(unpacked.root, folder)}`);
  }
  expect(await readManifests()).toEqual(before);
  expect(refusedHosts).toEqual([]);
});

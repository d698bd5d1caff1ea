import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionMeta } from '../../scripts/build/project.ts';
import {
  APP,
  FUNCTIONS,
  functionMetas,
  UNDECLARED_FUNCTIONS,
  undeclaredFunctionMetas,
} from '../../scripts/build/project.ts';
import type { RunningServer } from '../http/serve.ts';

/**
 * HubSpot's local function executor, of `@hubspot/ui-extensions-dev-server` 2.1.2. The package does not
 * export it, so this is the one file that reaches for it; the version is pinned for that reason.
 */
interface ExecutorModule {
  readonly AppFunctionExecutionService: (config: object) => Promise<RequestListener>;
}

function isExecutorModule(module: unknown): module is ExecutorModule {
  return typeof module === 'object' && module !== null && 'AppFunctionExecutionService' in module;
}

export interface ExecutorOptions {
  /** Where `propertiesToSend` are read from. */
  readonly hubspotUrl: string;
  readonly portalId: number;
  readonly port?: number;
  readonly log: (line: string) => void;
}

const require = createRequire(import.meta.url);

async function loadExecutor(): Promise<ExecutorModule> {
  const entry = require.resolve('@hubspot/ui-extensions-dev-server');
  const file = path.join(
    path.dirname(entry),
    'lib/serverless/services/AppFunctionExecutionService.js',
  );
  const module: unknown = await import(pathToFileURL(file).href);
  if (!isExecutorModule(module)) throw new Error(`HubSpot's executor was not found in ${file}.`);
  return module;
}

/** The dev server's error reporter would send faults of a local run to HubSpot: this run reports none. */
async function silenceErrorReporter(): Promise<void> {
  const fromDevServer = createRequire(require.resolve('@hubspot/ui-extensions-dev-server'));
  const sentry: unknown = fromDevServer('@sentry/node');
  const close: unknown =
    typeof sentry === 'object' && sentry !== null ? Reflect.get(sentry, 'close') : undefined;
  if (typeof close !== 'function') throw new Error('The error reporter could not be switched off.');
  await Reflect.apply(close, sentry, [0]);
}

/** The folder of the built functions, where the executor also looks for an .env file: there is none. */
const BUILT_FUNCTIONS = path.join(FUNCTIONS, 'dist');

interface RunFunction {
  readonly uid: string;
  readonly folder: string;
  readonly file: string;
  readonly secrets: readonly string[];
}

const runFrom =
  (folder: string) =>
  ({ uid, config }: FunctionMeta): RunFunction => ({
    uid,
    folder,
    file: path.join(folder, path.basename(config.entrypoint)),
    secrets: config.secretKeys,
  });

/** Those of the project, and those that act, which refuse where they are off. */
const runFunctions = (): readonly RunFunction[] => [
  ...functionMetas().map(runFrom(BUILT_FUNCTIONS)),
  ...undeclaredFunctionMetas().map(runFrom(UNDECLARED_FUNCTIONS)),
];

const appFunctions = (): object =>
  Object.fromEntries(
    runFunctions().map(({ uid, folder, file, secrets }) => [
      uid,
      { resolvedPath: file, secrets, componentRoot: folder },
    ]),
  );

/** The executor says at every start that it found no HubSpot account: here there is none to find. */
function unlessAboutAccount(log: (line: string) => void): (line: string) => void {
  return (line) => {
    if (!line.startsWith('Could not determine PAK scopes')) log(line);
  };
}

/**
 * Frees the bundles that earlier calls loaded. The executor loads a function anew for every call, and Node
 * keeps each of these modules among the children of the module that required it: 3 MB for each call.
 */
function releaseReplacedModules(): void {
  for (const { file } of runFunctions()) {
    const loaded = require.cache[file];
    const executor: unknown = loaded && Reflect.get(loaded, 'parent');
    if (!(executor instanceof Module)) continue;
    executor.children = executor.children.filter(
      (child) => child === loaded || child.filename !== loaded?.filename,
    );
  }
}

/** Runs the built functions over HTTP, as HubSpot's development server does: 15 s limit, CommonJS, JSON. */
export async function startExecutor(options: ExecutorOptions): Promise<RunningServer> {
  const { hubspotUrl, portalId, port = 0, log } = options;
  const { AppFunctionExecutionService } = await loadExecutor();
  await silenceErrorReporter();
  const quiet = (): void => undefined;
  const listener = await AppFunctionExecutionService({
    accountId: portalId,
    app: { path: APP },
    hubspotApiOrigin: hubspotUrl,
    hubspotWebsiteOrigin: hubspotUrl,
    platformVersion: '2026.09',
    appFunctions: appFunctions(),
    logger: { debug: quiet, info: quiet, warn: unlessAboutAccount(log), error: log },
  });
  const server = createServer((request, response) => {
    response.once('close', () => {
      releaseReplacedModules();
    });
    listener(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('The executor has no port.'));
        return;
      }
      resolve({
        url: `http://127.0.0.1:${String(address.port)}`,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections();
            server.close(() => {
              closed();
            });
          }),
      });
    });
  });
}

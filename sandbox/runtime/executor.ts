import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { FUNCTIONS, functionMetas } from '../build/project.ts';
import type { RunningServer } from '../http/serve.ts';

/**
 * HubSpot's local function executor, of `@hubspot/ui-extensions-dev-server` 2.1.2. The package does not
 * export it, so this is the one file that reaches for it; the version is pinned for that reason.
 */
interface ExecutorModule {
  AppFunctionExecutionService(config: object): Promise<import('node:http').RequestListener>;
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

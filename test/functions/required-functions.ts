import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { FUNCTIONS, UNDECLARED_FUNCTIONS } from '../../scripts/build/project.ts';
import type { VirtualTime } from './virtual-time.ts';

type LoadModule = (module: { exports: object }, file: string) => void;

type Bundle = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  ...globals: readonly unknown[]
) => void;

const OWN_GLOBALS = ['setTimeout', 'clearTimeout', 'performance', 'fetch'];

/** Compiled once for a worker: to compile a bundle costs more than to run it. */
const bundles = new Map<string, Bundle>();

function bundleIn(file: string): Bundle {
  const known = bundles.get(file);
  if (known !== undefined) return known;
  const parameters = ['exports', 'require', 'module', ...OWN_GLOBALS].join(', ');
  const code = `(function (${parameters}) {${readFileSync(file, 'utf8')}\n})`;
  const bundle = new Script(code, { filename: file }).runInThisContext() as Bundle;
  bundles.set(file, bundle);
  return bundle;
}

/**
 * What requires a built function in this process, as HubSpot's executor does for each call, gets it with
 * this time. The returned function ends it.
 */
export function giveRequiredFunctions(time: VirtualTime): () => void {
  const loaders = Reflect.get(Module, '_extensions') as Record<'.js', LoadModule>;
  const load = loaders['.js'];
  const folders = new Set([path.join(FUNCTIONS, 'dist'), UNDECLARED_FUNCTIONS]);
  const { setTimeout, clearTimeout, nowMs, fetch } = time;
  const globals = [setTimeout, clearTimeout, { now: nowMs }, fetch];
  loaders['.js'] = (module, file) => {
    if (!folders.has(path.dirname(file))) load(module, file);
    else bundleIn(file)(module.exports, createRequire(file), module, ...globals);
  };
  return () => {
    loaders['.js'] = load;
  };
}

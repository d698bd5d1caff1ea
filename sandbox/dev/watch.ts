import { watch } from 'chokidar';
import type { BuildTarget } from '../../scripts/build/build-into.ts';
import { actionTargets, cardTargets, pageTargets } from '../../scripts/build/extensions.ts';
import { functionsTarget } from '../../scripts/build/functions.ts';
import { APP } from '../../scripts/build/project.ts';
import type { ServerMessage } from '../record-page/api/wire.ts';

export interface Builds {
  /** Counts the builds of a card or page, so that the record page can tell a new bundle from an old one. */
  revision(name: string): number;
  /** Fulfilled once every later edit is noticed. */
  readonly ready: Promise<void>;
  onMessage(listener: (message: ServerMessage) => void): () => void;
  close(): Promise<void>;
}

const SETTLE_MS = 80;

/** Keeps the first builds. */
export const unwatched: Builds = {
  revision: () => 1,
  ready: Promise.resolve(),
  onMessage: () => () => undefined,
  close: () => Promise.resolve(),
};

const isGenerated = (file: string): boolean => /[\\/](?:node_modules|dist)(?:[\\/]|$)/.test(file);

type FindTargets = () => Promise<readonly BuildTarget[]>;

const allTargets: FindTargets = async () => {
  const [functions, cards, pages, actions] = await Promise.all([
    functionsTarget(),
    cardTargets(),
    pageTargets(),
    actionTargets(),
  ]);
  return [functions, ...cards, ...pages, ...actions];
};

/** For `hs project dev`, which bundles the cards itself and loads functions anew at every call. */
export const onlyFunctions: FindTargets = async () => [await functionsTarget()];

/**
 * Builds again the targets that import an edited file, found anew each time as an edit can change the
 * imports, one build at a time.
 * @returns their names.
 */
export async function rebuild(
  changed: ReadonlySet<string>,
  findTargets: FindTargets = allTargets,
): Promise<readonly string[]> {
  const targets = await findTargets();
  const affected = targets.filter(({ sources }) => sources.some((file) => changed.has(file)));
  for (const target of affected) await target.build();
  return affected.map(({ name }) => name);
}

/** Watches the sources, builds again what an edit affects, and reports it. */
export function watchSources(findTargets?: FindTargets): Builds {
  const listeners = new Set<(message: ServerMessage) => void>();
  const report = (message: ServerMessage): void => {
    for (const listener of listeners) listener(message);
  };
  const revisions = new Map<string, number>();
  const revision = (name: string): number => revisions.get(name) ?? 1;
  let changed = new Set<string>();
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const runBuild = async (): Promise<void> => {
    const batch = changed;
    changed = new Set();
    if (batch.size === 0) return;
    try {
      const names = await rebuild(batch, findTargets);
      for (const name of names) revisions.set(name, revision(name) + 1);
      if (names.length > 0) report({ type: 'reload', what: names.join(', ') });
    } catch (error) {
      // Built again with the edit that repairs it.
      for (const file of batch) changed.add(file);
      const message = error instanceof Error ? error.message : 'The build failed.';
      report({ type: 'build-error', message });
    }
  };

  const watcher = watch(APP, { ignored: isGenerated, ignoreInitial: true });
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  watcher.on('all', (_event, file) => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(runBuild);
    }, SETTLE_MS);
  });

  return {
    revision,
    ready,
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}

import path from 'node:path';
import { watch } from 'chokidar';
import { buildCards } from '../build/cards.ts';
import { buildFunctions } from '../build/functions.ts';
import { buildPages } from '../build/pages.ts';
import { APP } from '../build/project.ts';

type BuildMessage =
  | { readonly type: 'reload'; readonly what: string }
  | { readonly type: 'build-error'; readonly message: string };

export interface Builds {
  /** Counts the builds, so that a record page can tell a new bundle from an old one. */
  revision(): number;
  onMessage(listener: (message: BuildMessage) => void): () => void;
  close(): Promise<void>;
}

const SETTLE_MS = 80;

/** The first build for good. */
export const unwatched: Builds = {
  revision: () => 1,
  onMessage: () => () => undefined,
  close: () => Promise.resolve(),
};

function isGenerated(file: string): boolean {
  return /[\\/](?:node_modules|dist)(?:[\\/]|$)/.test(file);
}

async function rebuild(changed: ReadonlySet<string>): Promise<string> {
  const folders = new Set([...changed].map((file) => path.relative(APP, file).split(path.sep)[0]));
  const isShared = folders.has('packages');
  const what: string[] = [];
  if (isShared || folders.has('functions')) {
    await buildFunctions();
    what.push('functions');
  }
  if (isShared || folders.has('cards')) {
    await buildCards();
    what.push('cards');
  }
  if (isShared || folders.has('pages')) {
    await buildPages();
    what.push('pages');
  }
  return what.join(' and ');
}

/** Builds again what an edit touches, one build at a time, and tells about it. */
export function watchSources(): Builds {
  const listeners = new Set<(message: BuildMessage) => void>();
  const tell = (message: BuildMessage): void => {
    for (const listener of listeners) listener(message);
  };
  let revision = 1;
  let changed = new Set<string>();
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const runBuild = async (): Promise<void> => {
    const batch = changed;
    changed = new Set();
    if (batch.size === 0) return;
    try {
      const what = await rebuild(batch);
      revision += 1;
      tell({ type: 'reload', what });
    } catch (error) {
      tell({
        type: 'build-error',
        message: error instanceof Error ? error.message : 'The build failed.',
      });
    }
  };

  const watcher = watch(APP, { ignored: isGenerated, ignoreInitial: true });
  watcher.on('all', (_event, file) => {
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(runBuild);
    }, SETTLE_MS);
  });

  return {
    revision: () => revision,
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

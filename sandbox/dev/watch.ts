import path from 'node:path';
import { watch } from 'chokidar';
import { buildCards, buildPages } from '../../scripts/build/extensions.ts';
import { buildFunctions } from '../../scripts/build/functions.ts';
import { APP } from '../../scripts/build/project.ts';

type BuildMessage =
  | { readonly type: 'reload'; readonly what: string }
  | { readonly type: 'build-error'; readonly message: string };

export interface Builds {
  /** Counts the builds, so that a record page can tell a new bundle from an old one. */
  revision(): number;
  /** Fulfilled once every later edit is noticed. */
  readonly ready: Promise<void>;
  onMessage(listener: (message: BuildMessage) => void): () => void;
  close(): Promise<void>;
}

const SETTLE_MS = 80;

/** The first build for good. */
export const unwatched: Builds = {
  revision: () => 1,
  ready: Promise.resolve(),
  onMessage: () => () => undefined,
  close: () => Promise.resolve(),
};

function isGenerated(file: string): boolean {
  return /[\\/](?:node_modules|dist)(?:[\\/]|$)/.test(file);
}

/** `cards`, `functions`, `packages`: where in the app the files are. */
const foldersOf = (files: ReadonlySet<string>): ReadonlySet<string | undefined> =>
  new Set([...files].map((file) => path.relative(APP, file).split(path.sep)[0]));

async function rebuild(changed: ReadonlySet<string>): Promise<string> {
  const folders = foldersOf(changed);
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

/** For `hs project dev`, which bundles the cards itself and loads functions anew at every call. */
export async function rebuildFunctions(changed: ReadonlySet<string>): Promise<string> {
  const folders = foldersOf(changed);
  if (!folders.has('packages') && !folders.has('functions')) return '';
  await buildFunctions();
  return 'functions';
}

/** Builds again what an edit touches, one build at a time, and tells about it. */
export function watchSources(build = rebuild): Builds {
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
      const what = await build(batch);
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
    revision: () => revision,
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

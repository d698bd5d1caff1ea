import { execFile } from 'node:child_process';
import path from 'node:path';
import { installedFolders, ROOT } from './folders.ts';
import type { Verdict } from './verdict.ts';
import { readVerdict } from './verdict.ts';

/**
 * `npm run audit`: asks npm's registry about everything that ships. The root's lockfile holds what is
 * bundled into the functions; the others what HubSpot installs. Exit code 0: nothing is known against any
 * of it; 1: something is; 2: the registry could not be asked.
 */
const AUDIT = ['audit', '--omit=dev', '--json'];

function audit(folder: string): Promise<Verdict> {
  const args = folder === ROOT ? AUDIT : [...AUDIT, '--no-workspaces'];
  return new Promise((resolve) => {
    // npm's exit code says less than its report.
    execFile('npm', args, { cwd: folder }, (_error, stdout) => {
      resolve(readVerdict(stdout));
    });
  });
}

function describe(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'clean':
      return 'no known vulnerability';
    case 'vulnerable':
      return `known vulnerabilities in ${verdict.packages.join(', ')}`;
    case 'unknown':
      return `NOT AUDITED, the registry could not be asked: ${verdict.reason}`;
  }
}

const EXIT_CODES = { clean: 0, vulnerable: 1, unknown: 2 } as const;

const kinds = new Set<Verdict['kind']>();
for (const folder of [ROOT, ...installedFolders()]) {
  const verdict = await audit(folder);
  kinds.add(verdict.kind);
  process.stdout.write(
    `${path.relative(ROOT, folder) || 'the whole project'}: ${describe(verdict)}\n`,
  );
}
process.exitCode = kinds.has('vulnerable')
  ? EXIT_CODES.vulnerable
  : kinds.has('unknown')
    ? EXIT_CODES.unknown
    : EXIT_CODES.clean;

import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../../scripts/build/project.ts';

const PROJECT = ['src', 'hsproject.json', '.hsignore', 'package.json', 'package-lock.json'];
const TOOLS = ['cli', 'sandbox', 'scripts', 'tsconfig.json'];

/** What a developer's checkout may hold besides the project, and git ignores. */
const OWN_FILES = /^(?:node_modules|\.env(?!\.example$).*|hsprofile\.[^.]+\.json|.+\.log)$/;

async function copyInto(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of names) {
    await cp(path.join(ROOT, name), path.join(folder, name), {
      recursive: true,
      filter: (file) => !OWN_FILES.test(path.basename(file)),
    });
  }
}

/** The project as it lies on a developer's disk, built functions included. */
export const copyProject = (folder: string): Promise<void> => copyInto(folder, PROJECT);

/** The same with what `npm run upload` runs. */
export async function copyCheckout(folder: string): Promise<void> {
  await copyInto(folder, [...PROJECT, ...TOOLS]);
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
}

/** Files that lie about in a checkout, below `src`; none may be uploaded. */
const STRAY_FILES = [
  'app/functions/.env',
  'app/functions/.env.local',
  'app/functions/.npmrc',
  'app/functions/npm-debug.log',
  'app/functions/dist/get-payments.js.map',
  'app/functions/node_modules/stray/index.js',
  'app/cards/Stray.test.tsx',
  'app/packages/core/src/stray.test.ts',
  '.DS_Store',
];

/** Puts a secret where a careless upload would find it. */
export async function scatter(folder: string, secret: string): Promise<void> {
  for (const file of STRAY_FILES) {
    const target = path.join(folder, 'src', file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, `// STRIPE_SECRET_KEY=${secret}\nexport {};\n`);
  }
}

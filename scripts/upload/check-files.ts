import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';

/** What an upload of this project consists of. Anything else lies in the folder by mistake, or is new here. */
const UPLOADED: readonly RegExp[] = [
  /\.(?:tsx?|js)$/,
  /^package(?:-lock)?\.json$/,
  /-hsmeta\.json$/,
  /\.(?:png|svg)$/,
  /^third-party-licenses\.txt$/,
];

/** The shapes of keys, by the service that gives them out. */
const KEY_SHAPES: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['a Stripe key', /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,}/],
  ['a Stripe webhook secret', /\bwhsec_[A-Za-z0-9+/]{16,}/],
  ['a HubSpot token', /\bpat-[a-z]{2,4}\d{0,2}-[0-9a-f]{8}-[0-9a-f-]{20,}/],
  ['a HubSpot personal access key', /\bCi[A-Za-z0-9+/_-]{100,}={0,2}/],
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['an AWS key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{40,})/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Slack token', /\bxox[abeprs]-[A-Za-z0-9-]{20,}/],
];

/** The files that the CLI puts into the archive: it asks by their path from the source folder. */
const uploadedFiles = (source: string): readonly string[] =>
  readdirSync(source, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.split(path.sep).includes('node_modules'))
    .filter((file) => !shouldIgnoreFile(path.relative(source, file), true));

/** What a file holds that HubSpot must not get, by its kind: the key itself is not repeated. */
function keyIn(file: string): string | undefined {
  const text = readFileSync(file, 'latin1');
  return KEY_SHAPES.find(([, shape]) => shape.test(text))?.[0];
}

/** Files that look like keys or do not belong to the project, in words; each would be uploaded. */
export function strayFiles(root: string): readonly string[] {
  return uploadedFiles(path.join(root, 'src')).flatMap((file) => {
    const shown = path.relative(root, file);
    if (!UPLOADED.some((kind) => kind.test(path.basename(file)))) {
      return `${shown} would be uploaded, and is no kind of file that this project has. Move it out of src, or add its kind to scripts/upload/check-files.ts.`;
    }
    const key = keyIn(file);
    return key === undefined ? [] : `${shown} contains ${key}. Remove it, and roll the key.`;
  });
}

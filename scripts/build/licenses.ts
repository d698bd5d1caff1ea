import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().default('see its text'),
});

/** `node_modules/@scope/name` of a file in it, the innermost one; undefined for the project's own. */
function packageOf(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

const isLicense = (name: string): boolean => /^(?:licen[cs]e|copying|notice)\b/i.test(name);

/** @throws where a package has no license text: it may not be shipped without one. */
function noticeOf(folder: string): string {
  const { name, version, license } = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
  );
  const texts = readdirSync(folder)
    .filter(isLicense)
    .toSorted()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  if (texts.length === 0) throw new Error(`${name} has no license text, and is bundled.`);
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

/** The license of every package that a bundle holds a file of. Their terms ask for it wherever they go. */
export function licenseNotices(root: string, files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => packageOf(file) ?? []));
  const notices = [...folders]
    .toSorted()
    .map((folder) => path.join(root, folder))
    .filter((folder) => existsSync(path.join(folder, 'package.json')))
    .map(noticeOf);
  return `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

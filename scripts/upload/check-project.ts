import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { translate } from '@hubspot/project-parsing-lib/translate';

interface CheckedProject {
  /** Declarations that HubSpot would pass over, in words. */
  readonly misplaced: readonly string[];
  /** Entry points that are declared and not there, in words: the functions' appear with the build. */
  readonly missing: readonly string[];
  /** Folders with React components, from the root: each has lint rules of its own. */
  readonly uiFolders: readonly string[];
}

const UI_COMPONENTS: readonly string[] = ['CARD', 'PAGE', 'SETTINGS', 'CRM_BULK_ACTION'];

function platformVersionOf(root: string): string {
  const project: unknown = JSON.parse(readFileSync(path.join(root, 'hsproject.json'), 'utf8'));
  if (typeof project !== 'object' || project === null || !('platformVersion' in project)) return '';
  return typeof project.platformVersion === 'string' ? project.platformVersion : '';
}

function entrypointOf(config: unknown): string | undefined {
  if (typeof config !== 'object' || config === null || !('entrypoint' in config)) return undefined;
  return typeof config.entrypoint === 'string' ? config.entrypoint : undefined;
}

/** Reads the project with HubSpot's own parser, which needs no account for this. */
export async function checkProject(
  root: string,
  profile: string | undefined,
): Promise<CheckedProject> {
  const source = path.join(root, 'src');
  const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
    { projectSourceDir: source, platformVersion: platformVersionOf(root) },
    { skipValidation: true, ...(profile === undefined ? {} : { profile }) },
  );
  const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
  const misplaced = skippedHsMetaFiles.map(
    (file) => `src/${file} is in a folder where HubSpot does not look.`,
  );
  const missing = nodes.flatMap(({ uid, config }) => {
    const entrypoint = entrypointOf(config);
    if (entrypoint === undefined || existsSync(path.join(source, entrypoint))) return [];
    return `${uid} names ${entrypoint}, which is not there.`;
  });
  const folders = nodes
    .filter(({ componentType }) => UI_COMPONENTS.includes(componentType))
    .map(({ metaFilePath }) => path.posix.join('src', path.posix.dirname(metaFilePath)));
  return { misplaced, missing, uiFolders: [...new Set(folders)].sort() };
}

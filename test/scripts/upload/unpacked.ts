import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../../scripts/build/project.ts';
import type { ProjectNode, Upload } from '../../../sandbox/hubspot-projects/entities.ts';

/** A component of an upload that was laid out on disk. */
interface UnpackedComponent {
  readonly uid: string;
  /** Its folder and its entry point, absolute. */
  readonly folder: string;
  readonly entrypoint: string;
}

/** An upload as a project of its own, away from this repository and its packages. */
export interface Unpacked {
  readonly root: string;
  readonly cards: readonly UnpackedComponent[];
  /** Cards, pages, and whatever else HubSpot bundles for the browser. */
  readonly ui: readonly UnpackedComponent[];
  readonly functions: readonly UnpackedComponent[];
}

const UI_TYPES = ['CARD', 'PAGE', 'SETTINGS', 'CRM_BULK_ACTION'];

export async function unpack({ files, nodes }: Upload, root: string): Promise<Unpacked> {
  const source = path.join(root, 'src');
  for (const [name, bytes] of files) {
    const target = path.join(source, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  const project = 'hsproject.json';
  await writeFile(path.join(root, project), await readFile(path.join(ROOT, project)));
  const ofTypes = (types: readonly string[]): readonly UnpackedComponent[] =>
    nodes
      .filter(({ componentType }) => types.includes(componentType))
      .map(({ uid, metaFilePath, config }: ProjectNode) => ({
        uid,
        folder: path.join(source, path.posix.dirname(metaFilePath)),
        entrypoint: path.join(source, String(config['entrypoint'])),
      }));
  return {
    root,
    cards: ofTypes(['CARD']),
    ui: ofTypes(UI_TYPES),
    functions: ofTypes(['APP_FUNCTION']),
  };
}

export const foldersOf = (components: readonly UnpackedComponent[]): readonly string[] => [
  ...new Set(components.map(({ folder }) => folder)),
];

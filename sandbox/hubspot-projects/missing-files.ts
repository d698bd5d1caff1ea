import path from 'node:path';
import { z } from 'zod';
import type { ProjectNode, Upload } from './entities.ts';

/** The files that a component's declaration names, as far as they decide over its build. */
const namedFiles = z.object({
  entrypoint: z.string().optional(),
  previewImage: z.object({ file: z.string(), altText: z.string() }).optional(),
  packageFile: z.string().optional(),
  packageLockfile: z.string().optional(),
});

function filesOf({ config, metaFilePath }: ProjectNode): readonly string[] {
  const { entrypoint, previewImage, packageFile, packageLockfile } = namedFiles.parse(config);
  const preview =
    previewImage && path.posix.join(path.posix.dirname(metaFilePath), previewImage.file);
  return [metaFilePath, entrypoint, preview, packageFile, packageLockfile].flatMap((file) =>
    file === undefined ? [] : [file.replace(/^\//, '')],
  );
}

/** Files that a component names and the archive lacks. */
export function missingFiles(node: ProjectNode, files: Upload['files']): readonly string[] {
  return filesOf(node).filter((file) => !files.has(file));
}

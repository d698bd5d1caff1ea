import path from 'node:path';
import { z } from 'zod';
import type { Project, ProjectNode, Task, Upload } from './entities.ts';

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

const listedSecrets = z.object({ secretKeys: z.array(z.string()).default([]) });

/** A listed secret that the account does not have fails the whole deploy. */
const secretsOf = ({ config }: ProjectNode): readonly string[] =>
  listedSecrets.parse(config).secretKeys;

/** Files that a component names and the archive lacks. */
export function missingFiles(node: ProjectNode, files: Upload['files']): readonly string[] {
  return filesOf(node).filter((file) => !files.has(file));
}

export interface ProjectsStore {
  /** Names of the account's secrets. */
  readonly secrets: Set<string>;
  readonly uploads: readonly Upload[];
  readonly projects: readonly Project[];
  findProject(name: string): Project | undefined;
  createProject(name: string): Project;
  addUpload(upload: Upload): Task;
  findBuild(id: number): Task | undefined;
  findDeploy(id: number): Task | undefined;
  /** The upload that a build was made of. */
  uploadOf(build: Task): Upload | undefined;
}

const FIRST_PROJECT_ID = 7000;
const FIRST_COMPONENT_ID = 100;

function errorOf(node: ProjectNode, files: Upload['files']): string | null {
  const missing = missingFiles(node, files);
  return missing.length === 0 ? null : `${missing.join(', ')} is not in the project's files.`;
}

function subtasksOf({ nodes, files }: Upload): Task['subtasks'] {
  return nodes.map((node, index) => ({
    id: String(FIRST_COMPONENT_ID + index),
    uid: node.uid,
    componentType: node.componentType,
    error: errorOf(node, files),
  }));
}

export function createProjectsStore(): ProjectsStore {
  const secrets = new Set(['STRIPE_SECRET_KEY']);
  const projects: Project[] = [];
  const uploads: Upload[] = [];
  const builds: Task[] = [];
  const deploys: Task[] = [];
  return {
    secrets,
    uploads,
    projects,
    findProject: (name) => projects.find((project) => project.name === name),
    createProject(name) {
      const project = { id: FIRST_PROJECT_ID + projects.length, name };
      projects.push(project);
      return project;
    },
    addUpload(upload) {
      const id = uploads.push(upload);
      const subtasks = subtasksOf(upload);
      const isSound = subtasks.every(({ error }) => error === null);
      const build: Task = {
        id,
        subtasks,
        course: isSound ? ['ENQUEUED', 'BUILDING', 'SUCCESS'] : ['ENQUEUED', 'FAILURE'],
        looks: 0,
      };
      builds.push(build);
      const hasSecrets = upload.nodes.flatMap(secretsOf).every((name) => secrets.has(name));
      const course = ['DEPLOYING', hasSecrets ? 'SUCCESS' : 'FAILURE'] as const;
      deploys.push({ id, subtasks, course, looks: 0 });
      return build;
    },
    findBuild: (id) => builds.find((build) => build.id === id),
    findDeploy: (id) => deploys.find((deploy) => deploy.id === id),
    uploadOf: ({ id }) => uploads[id - 1],
  };
}

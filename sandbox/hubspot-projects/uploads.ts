import { unzipSync } from 'fflate';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { invalid, notFound } from './access.ts';
import type { Upload } from './entities.ts';
import type { ProjectsStore } from './store.ts';

const uploadRequestSchema = z.strictObject({
  intermediateNodesIndexedByUid: z.record(
    z.string(),
    z.strictObject({
      uid: z.string(),
      componentType: z.string(),
      metaFilePath: z.string(),
      config: z.record(z.string(), z.unknown()),
      componentDeps: z.record(z.string(), z.unknown()),
      files: z.strictObject({}),
    }),
  ),
  profileData: z.strictObject({
    vars: z.strictObject({
      profileVariables: z.record(
        z.string(),
        z.strictObject({
          variableType: z.string(),
          value: z.union([z.string(), z.number(), z.boolean()]),
        }),
      ),
    }),
  }),
  projectName: z.string(),
  buildMessage: z.string(),
  skipAutoDeploy: z.boolean(),
});

const formSchema = z.strictObject({
  projectFilesZip: z.file(),
  platformVersion: z.string(),
  uploadRequest: z.string().transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue('The upload request is not JSON.');
      return z.NEVER;
    }
  }),
});

function filesIn(archive: Uint8Array): Upload['files'] {
  try {
    const entries = Object.entries(unzipSync(archive));
    return new Map(entries.filter(([name]) => !name.endsWith('/')));
  } catch {
    throw invalid('The archive is not a zip file.');
  }
}

async function readForm(context: Context): Promise<object> {
  try {
    return await context.req.parseBody();
  } catch {
    throw invalid('The body is not a multipart form.');
  }
}

function explained<T>(result: z.ZodSafeParseResult<T>): T {
  if (!result.success) throw invalid(z.prettifyError(result.error));
  return result.data;
}

async function readUpload(context: Context): Promise<Upload> {
  const form = explained(formSchema.safeParse(await readForm(context)));
  const said = explained(uploadRequestSchema.safeParse(form.uploadRequest));
  const archive = new Uint8Array(await form.projectFilesZip.arrayBuffer());
  return {
    projectName: said.projectName,
    platformVersion: form.platformVersion,
    buildMessage: said.buildMessage,
    nodes: Object.values(said.intermediateNodesIndexedByUid),
    profileVariables: said.profileData.vars.profileVariables,
    archive,
    files: filesIn(archive),
  };
}

export function createUploadRoutes(store: ProjectsStore): Hono {
  const routes = new Hono();
  routes.post('/project-components-external/v3/upload/new-api', async (context) => {
    const upload = await readUpload(context);
    if (store.findProject(upload.projectName) === undefined) {
      throw notFound('There is no project of this name.');
    }
    return context.json({ createdBuildId: store.addUpload(upload).id }, 201);
  });
  return routes;
}

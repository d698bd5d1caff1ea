import { Hono } from 'hono';
import { notFound } from './access.ts';
import type { Project, Task } from './entities.ts';
import type { ProjectsStore } from './store.ts';

/** The state at this look: the next one finds the task further on. */
function look(task: Task): string {
  const status = task.course[Math.min(task.looks, task.course.length - 1)];
  task.looks += 1;
  if (status === undefined) throw new Error('A task has a course.');
  return status;
}

function subtaskStatus(taskStatus: string, error: string | null): string {
  if (error !== null) return taskStatus === 'ENQUEUED' ? 'ENQUEUED' : 'FAILURE';
  return taskStatus === 'FAILURE' ? 'SUCCESS' : taskStatus;
}

const standardErrorOf = (error: string | null): object | null =>
  error === null
    ? null
    : { status: 'error', subCategory: 'BuildPipelineErrorType.SUBBUILD_PROBLEM', message: error };

/** The app on top, everything else below it. */
function structureOf({ subtasks }: Task): object {
  const app = subtasks.find(({ componentType }) => componentType === 'APPLICATION');
  if (app === undefined) return { topLevelComponentsWithChildren: {} };
  const children = subtasks.filter((subtask) => subtask !== app).map(({ id }) => id);
  return { topLevelComponentsWithChildren: { [app.id]: children } };
}

function requireProject(store: ProjectsStore, name: string): Project {
  const project = store.findProject(name);
  if (project === undefined) throw notFound('There is no project of this name.');
  return project;
}

function requireTask(task: Task | undefined): Task {
  if (task === undefined) throw notFound('There is no such build or deploy.');
  return task;
}

function buildAnswer(store: ProjectsStore, build: Task): object {
  const status = look(build);
  return {
    buildId: build.id,
    status,
    platformVersion: store.uploadOf(build)?.platformVersion,
    isAutoDeployEnabled: true,
    autoDeployId: build.id,
    deployStatusTaskLocator: status === 'SUCCESS' ? { id: String(build.id), links: [] } : null,
    subbuildStatuses: build.subtasks.map(({ id, uid, componentType, error }) => ({
      id,
      buildName: uid,
      buildType: componentType,
      visible: true,
      status: subtaskStatus(status, error),
      errorMessage: error ?? '',
      standardError: standardErrorOf(error),
    })),
  };
}

function deployAnswer(deploy: Task): object {
  const status = look(deploy);
  return {
    deployId: deploy.id,
    buildId: deploy.id,
    status,
    subdeployStatuses: deploy.subtasks.map(({ id, uid, componentType }) => ({
      id,
      deployName: uid,
      deployType: componentType,
      visible: true,
      status,
      errorMessage: '',
      standardError: null,
    })),
  };
}

const BUILD = '/dfs/v1/projects/:project/builds/:id{[0-9]+}';
const DEPLOYS = '/dfs/deploy/v1';
const LOGS = '/dfs/logging/v1/logs/projects/:project';

/** Builds and deploys, which take a few looks, as in HubSpot, and then deploy by themselves. */
export function createTaskRoutes(store: ProjectsStore): Hono {
  const routes = new Hono();
  const findBuild = (project: string, id: string): Task => {
    requireProject(store, project);
    return requireTask(store.findBuild(Number(id)));
  };
  const findDeploy = (project: string, id: string): Task => {
    requireProject(store, project);
    return requireTask(store.findDeploy(Number(id)));
  };
  routes.get(`${BUILD}/status`, (context) => {
    const { project, id } = context.req.param();
    return context.json(buildAnswer(store, findBuild(project, id)));
  });
  routes.get('/dfs/v1/builds/by-project-name/:project/builds/:id{[0-9]+}/structure', (context) => {
    const { project, id } = context.req.param();
    return context.json(structureOf(findBuild(project, id)));
  });
  routes.get(`${DEPLOYS}/deploy-status/projects/:project/deploys/:id{[0-9]+}`, (context) => {
    const { project, id } = context.req.param();
    return context.json(deployAnswer(findDeploy(project, id)));
  });
  routes.get(
    `${DEPLOYS}/deploys/by-project-name/:project/deploys/:id{[0-9]+}/structure`,
    (context) => {
      const { project, id } = context.req.param();
      return context.json(structureOf(findDeploy(project, id)));
    },
  );
  routes.get(`${LOGS}/:kind{builds|deploys}/:id{[0-9]+}/combined/warn`, (context) => {
    const { project, id } = context.req.param();
    findBuild(project, id);
    return context.json({ logs: [] });
  });
  return routes;
}

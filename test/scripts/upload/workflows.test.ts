import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../../../scripts/build/project.ts';

const FOLDER = path.join(ROOT, '.github/workflows');

const stepSchema = z.strictObject({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.boolean()])).default({}),
  env: z.record(z.string(), z.string()).default({}),
});

const jobSchema = z.looseObject({
  'timeout-minutes': z.int(),
  environment: z.string().optional(),
  strategy: z.object({ matrix: z.object({ node: z.array(z.string()) }) }).optional(),
  steps: z.array(stepSchema),
});

const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.string().optional(),
  jobs: z.record(z.string(), jobSchema),
});

type Job = z.infer<typeof jobSchema>;
type Workflow = z.infer<typeof workflowSchema>;

const readWorkflow = (name: string): Workflow =>
  workflowSchema.parse(parse(readFileSync(path.join(FOLDER, name), 'utf8')));

function jobOf(name: string, job: string): Job {
  const found = readWorkflow(name).jobs[job];
  if (found === undefined) throw new Error(`${name} has no job ${job}.`);
  return found;
}

const commandsOf = ({ steps }: Job): readonly string[] => steps.flatMap(({ run }) => run ?? []);

const WORKFLOWS = readdirSync(FOLDER);

test.each(WORKFLOWS)('%s is read-only, pins its actions and leaves no credentials', (name) => {
  const { permissions, jobs } = readWorkflow(name);
  expect(permissions).toEqual({ contents: 'read' });
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  for (const { uses, with: options } of steps.filter((step) => step.uses !== undefined)) {
    expect(uses).toMatch(/@v\d+\.\d+\.\d+$/);
    if (uses?.startsWith('actions/checkout@')) expect(options['persist-credentials']).toBe(false);
  }
});

test.each(WORKFLOWS)('%s inserts no user input into a script', (name) => {
  const steps = Object.values(readWorkflow(name).jobs).flatMap((job) => job.steps);
  expect(steps.flatMap(({ run }) => run ?? []).filter((run) => run.includes('${{'))).toEqual([]);
});

test('everything is checked on every supported Node.js, with a browser', () => {
  const check = jobOf('check.yml', 'check');
  expect(check.strategy?.matrix.node).toEqual(['20', '22', '24']);
  const setup = check.steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
  expect(setup?.with['node-version']).toBe('${{ matrix.node }}');
  expect(commandsOf(check)).toEqual([
    'npm ci',
    'npx playwright-core install --with-deps chromium',
    'npm test',
    'npx vitest run --project=full',
    'npm run check:code',
  ]);
});

test('what ships is audited where the registry is reachable', () => {
  expect(commandsOf(jobOf('check.yml', 'audit')).at(-1)).toBe('npm run audit');
});

test('an upload is started manually, with a choice of profiles', () => {
  const { on, concurrency } = readWorkflow('upload.yml');
  const examples = readdirSync(path.join(ROOT, 'src')).flatMap(
    (file) => /^hsprofile\.(\w+)\.example\.json$/.exec(file)?.[1] ?? [],
  );
  expect(on).toMatchObject({ workflow_dispatch: { inputs: { profile: { type: 'choice' } } } });
  const { options } = z
    .object({
      workflow_dispatch: z.object({
        inputs: z.object({ profile: z.looseObject({ options: z.array(z.string()) }) }),
      }),
    })
    .parse(on).workflow_dispatch.inputs.profile;
  expect(options.toSorted()).toEqual(examples.toSorted());
  expect(concurrency).toBe('upload-${{ inputs.profile }}');
});

test('the functions are built, and the profile made, before HubSpot gets the project', () => {
  const { steps, environment } = jobOf('upload.yml', 'upload');
  const order = steps.map(({ uses, run }) => (uses ?? run ?? '').split(/[@\n]/)[0]);
  expect(order).toEqual([
    'actions/checkout',
    'actions/setup-node',
    'npm ci --ignore-scripts',
    expect.stringContaining('.example.json'),
    'npm run build -- --profile "$PROFILE"',
    'HubSpot/hubspot-project-actions/project-upload',
  ]);
  expect(environment).toBe('${{ inputs.profile }}');
});

test("the upload uses HubSpot's action with the CLI that the rehearsal rehearses", () => {
  const upload = jobOf('upload.yml', 'upload').steps.at(-1);
  const { devDependencies } = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  expect(upload?.with).toEqual({
    profile: '${{ inputs.profile }}',
    account_id: '${{ vars.HUBSPOT_ACCOUNT_ID }}',
    personal_access_key: '${{ secrets.HUBSPOT_PERSONAL_ACCESS_KEY }}',
    cli_version: devDependencies['@hubspot/cli'],
  });
});

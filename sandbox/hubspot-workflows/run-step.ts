import { z } from 'zod';
import type { EndpointAnswer } from './endpoint.ts';

const optionSchema = z.strictObject({
  value: z.string(),
  label: z.string(),
  displayOrder: z.int(),
});

const fieldSchema = z.strictObject({
  typeDefinition: z.strictObject({
    name: z.string(),
    type: z.enum(['string', 'number', 'enumeration', 'datetime']),
    fieldType: z.string(),
    options: z.array(optionSchema).optional(),
  }),
});

const labelsSchema = z.strictObject({
  actionName: z.string(),
  actionDescription: z.string(),
  actionCardContent: z.string(),
  outputFieldLabels: z.record(z.string(), z.string()),
});

/** A workflow action, as far as this app declares one. */
export const workflowActionSchema = z.strictObject({
  uid: z.string(),
  type: z.literal('workflow-action'),
  config: z.strictObject({
    actionUrl: z.url({ protocol: /^https$/ }),
    isPublished: z.literal(true),
    supportedClients: z.tuple([z.strictObject({ client: z.literal('WORKFLOWS') })]),
    objectTypes: z.array(z.enum(['DEAL', 'CONTACT', 'COMPANY'])),
    inputFields: z.tuple([]),
    outputFields: z.array(fieldSchema),
    labels: z.looseObject({ en: labelsSchema }),
  }),
});

type WorkflowAction = z.infer<typeof workflowActionSchema>;
type OutputField = z.infer<typeof fieldSchema>['typeDefinition'];

const answerSchema = z.object({
  outputFields: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** How a step ended for one record. */
export interface StepOutcome {
  readonly state: 'SUCCESS' | 'FAIL_CONTINUE' | 'failed' | 'gave up';
  readonly attempts: number;
  /** What later steps can use. */
  readonly outputs: Readonly<Record<string, string | number>>;
}

interface StepParts {
  readonly portalId: number;
  /** Null where no answer came in time. */
  readonly post: (url: string, body: object) => Promise<EndpointAnswer | null>;
  /** Until the next attempt. */
  readonly wait: (durationMs: number) => Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Attempts end three days after the first. */
const GIVES_UP_AFTER_MS = 72 * HOUR_MS;
const MAX_PAUSE_MS = 8 * HOUR_MS;

/** @throws where HubSpot could not use the value: a stand-in that drops it silently would hide the fault. */
function checkOutput({ name, type, options = [] }: OutputField, value: string | number): void {
  const isOption = options.some((option) => option.value === value);
  const isRight = {
    string: typeof value === 'string',
    enumeration: isOption,
    number: typeof value === 'number' && Number.isFinite(value),
    datetime: Number.isSafeInteger(value),
  }[type];
  if (!isRight) throw new Error(`${name} is no ${type}: ${JSON.stringify(value)}.`);
}

function outcomeOf({ config }: WorkflowAction, body: unknown, attempts: number): StepOutcome {
  const { hs_execution_state: state = 'SUCCESS', ...outputs } =
    answerSchema.parse(body).outputFields;
  if (state !== 'SUCCESS' && state !== 'FAIL_CONTINUE')
    throw new Error(`No state: ${String(state)}.`);
  for (const [name, value] of Object.entries(outputs)) {
    const field = config.outputFields.find(({ typeDefinition }) => typeDefinition.name === name);
    if (field === undefined) throw new Error(`${name} is not declared.`);
    checkOutput(field.typeDefinition, value);
  }
  return { state, attempts, outputs };
}

/** One request for one record: HubSpot sends no batches. */
const executionOf = (portalId: number, objectType: string, recordId: string): object => ({
  callbackId: `ap-${String(portalId)}-${recordId}-7-0`,
  origin: { portalId, actionDefinitionId: 4_711 },
  context: { workflowId: 1_001, actionId: 7, source: 'WORKFLOWS' },
  object: { objectId: Number(recordId), objectType, properties: {} },
  fields: {},
  inputFields: {},
  typedInputs: {},
});

/**
 * Runs the action for a record as a workflow does: a 2xx ends the step, a 4xx fails it, and after anything
 * else it is tried again, later and later, for three days.
 */
export async function runWorkflowStep(
  declaration: unknown,
  record: { readonly objectType: string; readonly recordId: string },
  { portalId, post, wait }: StepParts,
): Promise<StepOutcome> {
  const action = workflowActionSchema.parse(declaration);
  const { actionUrl } = action.config;
  const execution = executionOf(portalId, record.objectType, record.recordId);
  let waitedMs = 0;
  for (let attempts = 1; ; attempts += 1) {
    const answer = await post(actionUrl, execution);
    const status = answer?.statusCode ?? 504;
    if (status < 300) return outcomeOf(action, answer?.body, attempts);
    if (status < 500 && status !== 429) return { state: 'failed', attempts, outputs: {} };
    const pauseMs = Math.min(MINUTE_MS * 2 ** (attempts - 1), MAX_PAUSE_MS);
    if (waitedMs + pauseMs > GIVES_UP_AFTER_MS) return { state: 'gave up', attempts, outputs: {} };
    waitedMs += pauseMs;
    await wait(pauseMs);
  }
}

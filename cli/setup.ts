import type { MissingProperties } from '@stripe-payments/sync/setup';
import {
  applySetup,
  createPropertySchema,
  planSetup,
  SyncError,
} from '@stripe-payments/sync/setup';

const USAGE = 'HUBSPOT_ACCESS_TOKEN=pat-... npm run setup [-- --apply]';

function describe(plan: readonly MissingProperties[]): string {
  return plan
    .map(({ objectType, properties }) =>
      properties.length === 0
        ? `${objectType}: nothing to create`
        : [
            `${objectType}: ${String(properties.length)} properties to create`,
            ...properties.map(({ name, type }) => `  ${name} (${type})`),
          ].join('\n'),
    )
    .join('\n');
}

function failureText(error: unknown): string {
  if (!(error instanceof SyncError)) return 'HubSpot could not be reached. Try again in a minute.';
  const { message, detail, nextStep } = error.toReplyError();
  return [message, detail, nextStep].filter((part) => part !== undefined).join(' ');
}

async function setUp(accessToken: string, isApplying: boolean): Promise<string> {
  const schema = createPropertySchema({
    accessToken,
    apiBaseUrl: process.env['HUBSPOT_API_BASE_URL'],
  });
  const plan = await planSetup(schema);
  const isComplete = plan.every(({ properties }) => properties.length === 0);
  if (isComplete) return 'All Stripe properties exist. There is nothing to do.';
  if (!isApplying) {
    return `${describe(plan)}\nNothing was created. Run again with -- --apply to create them.`;
  }
  await applySetup(schema, plan);
  return `${describe(plan)}\nCreated.`;
}

const accessToken = process.env['HUBSPOT_ACCESS_TOKEN']?.trim() ?? '';
if (accessToken === '') {
  process.stderr.write(`HUBSPOT_ACCESS_TOKEN is not set. Usage: ${USAGE}\n`);
  process.exitCode = 1;
} else {
  try {
    process.stdout.write(`${await setUp(accessToken, process.argv.includes('--apply'))}\n`);
  } catch (error) {
    process.stderr.write(`${failureText(error)}\n`);
    process.exitCode = 1;
  }
}

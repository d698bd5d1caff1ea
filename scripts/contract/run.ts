import { parseArgs } from 'node:util';
import { messageOf, Stopped } from './check.ts';
import { readAssumptions } from './document.ts';
import type { Addresses, Environment, Platform, Result } from './platforms.ts';
import { openHubSpot, openStripe, RefusedError } from './platforms.ts';
import type { PlatformReport, Report } from './report.ts';
import { asJson, exitCodeOf, printReport } from './report.ts';
import { asStated } from './sandbox/not-modelled.ts';
import { startSandbox } from './sandbox/world.ts';
import type { Session, Time } from './session.ts';
import { createSession } from './session.ts';

const HELP = `Checks what docs/platform-assumptions.md assumes of Stripe and HubSpot, and removes what it creates.

  STRIPE_SECRET_KEY       a test key (sk_test_…, or rk_test_… with write permissions)
  HUBSPOT_ACCESS_TOKEN    a token of a developer test or sandbox account

  --only <id>   check this row only; may be repeated
  --sandbox     against the stand-ins, without keys
  --json        for programs
  --help
`;

const SKIPPED =
  'Skipped: set STRIPE_SECRET_KEY to a test key, and HUBSPOT_ACCESS_TOKEN to a token of a developer ' +
  'test account, or use --sandbox.\n';

export interface ContractParts {
  readonly environment: Environment;
  readonly addresses: Addresses;
  readonly time: Time;
  readonly runId: string;
  /** The result. */
  readonly print: (text: string) => void;
  /** What is happening, for the person who waits. */
  readonly say: (line: string) => void;
  /** Calls back when the person interrupts. */
  readonly onInterrupt: (stop: () => void) => void;
}

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      sandbox: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const known = new Set(readAssumptions().map(({ id }) => id));
  const unknown = values.only.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new RefusedError(`No such row: ${unknown.join(', ')}.`);
  return values;
}

type Options = ReturnType<typeof readOptions>;

const hasKeys = ({ STRIPE_SECRET_KEY, HUBSPOT_ACCESS_TOKEN }: Environment): boolean =>
  (STRIPE_SECRET_KEY ?? '') !== '' || (HUBSPOT_ACCESS_TOKEN ?? '') !== '';

/** The row as it is shown. */
type Shown = (result: Result) => Result;

async function checkAll(
  platforms: readonly Platform[],
  { only }: Options,
  shown: Shown,
  session: Session,
): Promise<Report> {
  const isWanted = (id: string): boolean => only.length === 0 || only.includes(id);
  const reports: PlatformReport[] = [];
  const leftovers: string[] = [];
  const remaining: string[] = [];
  try {
    for (const { name, removeLeftovers } of platforms) {
      try {
        leftovers.push(...(await removeLeftovers()));
      } catch (error) {
        if (error instanceof Stopped) throw error;
        remaining.push(`leftovers at ${name}: ${messageOf(error)}`);
      }
    }
    for (const { name, account, run } of platforms) {
      reports.push({ platform: name, account, results: (await run(isWanted)).map(shown) });
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    session.say('Removing what was created.');
    remaining.push(...(await session.cleanUp()));
  }
  return { platforms: reports, leftovers, remaining, isInterrupted: session.isStopped() };
}

async function contract(options: Options, parts: ContractParts, shown: Shown): Promise<number> {
  const { environment, addresses, print, onInterrupt } = parts;
  const session = createSession(parts);
  onInterrupt(() => {
    session.stop();
  });
  const platforms = [
    openStripe(environment, session, addresses),
    await openHubSpot(environment, session, addresses),
  ];
  const report = await checkAll(platforms, options, shown, session);
  print((options.json ? asJson : printReport)(report, readAssumptions()));
  return exitCodeOf(report);
}

/** The exit code: 0 where nothing that was tried differs, 1 otherwise, 130 after an interruption. */
export async function runContract(args: readonly string[], parts: ContractParts): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      parts.print(HELP);
      return 0;
    }
    if (options.sandbox) {
      const sandbox = await startSandbox();
      try {
        return await contract(options, { ...parts, ...sandbox }, asStated);
      } finally {
        await sandbox.close();
      }
    }
    if (!hasKeys(parts.environment)) {
      parts.print(SKIPPED);
      return 0;
    }
    return await contract(options, parts, (result) => result);
  } catch (error) {
    parts.say(messageOf(error));
    return 1;
  }
}

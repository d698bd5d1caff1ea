import { runSetup } from '../../cli/setup/run.ts';
import { RUN_LOG_SCOPES, STRIPE_PERMISSIONS } from '@stripe-payments/core';
import { timers } from '../../src/app/packages/sync/src/http/timers.ts';
import type { FunctionsWorld } from '../functions/harness.ts';
import { NOW_MS, startFunctionsWorld } from '../functions/harness.ts';
import type { FakeTerminalOptions } from './fake-terminal.ts';
import { fakeTerminal, flowing } from './fake-terminal.ts';

/** A key that may read what the product needs, and nothing else. */
export const READING_KEY = 'rk_test_51Q7setupReadsZr8VbXw2LmNpT4yGh6KdJs9FqUe3';

interface RunOptions extends FakeTerminalOptions {
  /** On top of the world's own; '' takes a variable away. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output without line breaks. */
  readonly said: string;
  /** Standard error without line breaks. */
  readonly aside: string;
  readonly questions: readonly string[];
  readonly progress: readonly string[];
}

export interface SetupWorld extends FunctionsWorld {
  /** Grants the app its optional scopes of custom objects. */
  grantCustomObjects(): void;
  /** Runs `npm run setup -- ...` in this process. */
  run(argv: readonly string[], options?: RunOptions): Promise<Ran>;
}

/** An account before the setup, both stand-ins, and a restricted key that only reads. */
export async function startSetupWorld(
  options: { readonly isSetUp?: boolean } = {},
): Promise<SetupWorld> {
  const world = await startFunctionsWorld({ isSetUp: false, ...options });
  await world.stripe.send('POST', '/keys', {
    key: READING_KEY,
    permissions: [...STRIPE_PERMISSIONS],
  });
  const environment = { ...world.environment, STRIPE_SECRET_KEY: READING_KEY };
  return {
    ...world,
    environment,
    grantCustomObjects: () => {
      const { tokens } = world.world.hubspot;
      const granted = tokens.list().find(({ isApp }) => isApp)?.scopes ?? [];
      tokens.grant(undefined, [...granted, ...RUN_LOG_SCOPES]);
    },
    run: async (argv, { environment: given = {}, files = {}, ...how } = {}) => {
      const terminal = fakeTerminal(how);
      const code = await runSetup(argv, {
        environment: { ...environment, ...given },
        readFile: (file) => files[file],
        terminal,
        clock: { nowMs: () => NOW_MS },
        elapsedMs: () => timers.nowMs(),
        random: () => 0.5,
        timeZone: 'UTC',
      });
      return {
        code,
        out: terminal.out(),
        err: terminal.err(),
        said: flowing(terminal.out()),
        aside: flowing(terminal.err()),
        questions: terminal.questions,
        progress: terminal.progress,
      };
    },
  };
}

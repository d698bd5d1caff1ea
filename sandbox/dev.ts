import { buildSettings, profileVariables } from '../scripts/build/profile.ts';
import { connectionsFrom, portIn, startupLine, terminalLine } from './dev/connections.ts';
import { startRecordPage } from './dev/start.ts';
import { createFlowingClock } from './http/clock.ts';
import { WRITE_PERMISSIONS } from './world/credentials.ts';
import { seedHostileRecords } from './world/seed-crm.ts';

const PORT = 5180;

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const outcome = connectionsFrom(process.env);
if (!outcome.ok) exitWith(outcome.message);
const port = portIn(process.env, PORT);
if (port === undefined) exitWith('PORT is not a port: set it to a number up to 65535.');
const profile = profileVariables(process.env['PROFILE'] ?? '');
if (!profile.ok) exitWith(profile.message);
const chosen = buildSettings(process.env, profile.variables);
if (!chosen.ok) exitWith(chosen.message);
// For every build from now on.
Object.assign(process.env, chosen.settings);

const isFresh = process.env['FRESH_ACCOUNT'] === 'yes';
const clock = createFlowingClock(Date.now(), () => performance.now());
const { url, world } = await startRecordPage({
  connections: outcome.connections,
  clock,
  monotonicNowMs: () => performance.now(),
  seed: 1,
  port,
  variables: profile.variables,
  // FRESH_ACCOUNT: one in which nothing of the app has ever been.
  startsAs: {
    isSetUp: !isFresh,
    keepsPaymentRecords: !isFresh,
    // Of a fresh account only what the setup makes: actions are turned on under "Account side".
    ...(!isFresh && { writes: WRITE_PERMISSIONS }),
  },
  log: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
// Records with hostile texts, to look at in the cards (docs/security.md).
if (process.env['HOSTILE_RECORDS'] === 'yes') seedHostileRecords(world, clock);
const lines = [startupLine(outcome.connections), `Open ${url}`];
const forTerminal = terminalLine(outcome.connections, world);
if (forTerminal !== null) lines.push(forTerminal);
process.stdout.write(`${lines.join('\n')}\n`);

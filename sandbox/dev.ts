import { connectionsFrom, startupLine } from './dev/connections.ts';
import { profileVariables } from './dev/profile.ts';
import { startRecordPage } from './dev/start.ts';
import { createFlowingClock } from './http/clock.ts';

const PORT = 5180;

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const outcome = connectionsFrom(process.env);
if (!outcome.ok) exitWith(outcome.message);
const profile = profileVariables(process.env['PROFILE'] ?? '');
if (!profile.ok) exitWith(profile.message);

const { url } = await startRecordPage({
  connections: outcome.connections,
  clock: createFlowingClock(Date.now(), () => Date.now()),
  monotonicNowMs: () => performance.now(),
  seed: 1,
  port: Number(process.env['PORT'] ?? PORT),
  variables: profile.variables,
  // An account in which nothing of the app has ever been.
  startsAs: { isSetUp: process.env['FRESH_ACCOUNT'] !== 'yes' },
  log: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
process.stdout.write(`${startupLine(outcome.connections)}\nOpen ${url}\n`);

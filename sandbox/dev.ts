import { connectionsFrom, startupLine } from './dev/connections.ts';
import { startRecordPage } from './dev/start.ts';
import { createFlowingClock } from './http/clock.ts';
import { seedHostileRecords } from './world/seed-hostile.ts';

const PORT = 5180;

const outcome = connectionsFrom(process.env);
if (!outcome.ok) {
  process.stderr.write(`${outcome.message}\n`);
  process.exit(1);
}

const clock = createFlowingClock(Date.now(), () => Date.now());
const { url, world } = await startRecordPage({
  connections: outcome.connections,
  clock,
  monotonicNowMs: () => performance.now(),
  seed: 1,
  port: Number(process.env['PORT'] ?? PORT),
  log: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
// For whoever wants to see what the cards make of them (docs/security.md).
if (process.env['HOSTILE_RECORDS'] === 'yes') seedHostileRecords(world, clock);
process.stdout.write(`${startupLine(outcome.connections)}\nOpen ${url}\n`);

import { connectionsFrom, startupLine } from './dev/connections.ts';
import { startRecordPage } from './dev/start.ts';
import { createFlowingClock } from './http/clock.ts';

const PORT = 5180;

const outcome = connectionsFrom(process.env);
if (!outcome.ok) {
  process.stderr.write(`${outcome.message}\n`);
  process.exit(1);
}

const { url } = await startRecordPage({
  connections: outcome.connections,
  clock: createFlowingClock(Date.now(), () => Date.now()),
  monotonicNowMs: () => performance.now(),
  seed: 1,
  port: Number(process.env['PORT'] ?? PORT),
  log: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
process.stdout.write(`${startupLine(outcome.connections)}\nOpen ${url}\n`);

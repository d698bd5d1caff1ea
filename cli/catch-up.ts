import { runCatchUp } from './catch-up/run.ts';
import { nodeRun } from './terminal/node-run.ts';

process.exitCode = await runCatchUp(process.argv.slice(2), nodeRun());

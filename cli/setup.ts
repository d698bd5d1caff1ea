import { runSetup } from './setup/run.ts';
import { nodeRun } from './terminal/node-run.ts';

process.exitCode = await runSetup(process.argv.slice(2), nodeRun());

import { SYNC_LIST } from './refresh/programs.ts';
import { runParts } from './refresh/run-parts.ts';
import { nodeRun } from './terminal/node-run.ts';

process.exitCode = await runParts(SYNC_LIST, process.argv.slice(2), nodeRun());

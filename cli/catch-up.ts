import { CATCH_UP } from './refresh/programs.ts';
import { runParts } from './refresh/run-parts.ts';
import { nodeRun } from './terminal/node-run.ts';

process.exitCode = await runParts(CATCH_UP, process.argv.slice(2), nodeRun());

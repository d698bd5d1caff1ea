export type { RunPropertyName, RunState, SyncDoor } from './run-properties.ts';
export {
  CATCH_UP_DOORS,
  RUN_KEY,
  RUN_LOG_OBJECT,
  runLogDefinition,
  runLogTexts,
} from './run-properties.ts';
export type { SyncRun } from './sync-run.ts';
export { afterRunStep, beginRun, countIn, runIn, runValues } from './sync-run.ts';

export type { RunPropertyName, RunState, SyncDoor } from './run-properties.ts';
export {
  CATCH_UP_DOORS,
  RUN_KEY,
  RUN_LOG_OBJECT,
  runLogDefinition,
  runLogTexts,
} from './run-properties.ts';
export type { GaplessRun } from './covered.ts';
export {
  coveredSince,
  currentAsOf,
  EVENTS_KEPT_MS,
  isShownAsCurrent,
  SEARCH_LAG_MS,
} from './covered.ts';
export type { SyncRun } from './sync-run.ts';
export { afterRunStep, beginRun, countIn, modeOfRun, runIn, runValues } from './sync-run.ts';

import { useCallback } from 'react';
import { act, advanceClock, readScene } from '../api/client.ts';
import type { RecordReference } from '../api/client.ts';
import type { Scene, StripeSideAction } from '../api/stripe-side-wire.ts';
import { useLoaded } from '../page/use-loaded.ts';
import type { Loaded } from '../page/use-loaded.ts';
import { useActionLog } from '../side-drawer/use-action-log.ts';
import type { LogEntry } from '../side-drawer/use-action-log.ts';
import { sceneQuestionOf } from './scene-question.ts';

export interface StripeSideState {
  readonly scene: Loaded<Scene>;
  readonly log: readonly LogEntry[];
  readonly isBusy: boolean;
  readonly act: (action: StripeSideAction) => void;
  readonly advance: (durationMs: number, label: string) => void;
  readonly reload: () => void;
}

async function loadScene(record: RecordReference | null): Promise<Scene> {
  if (record === null) return readScene({ customerIds: [], emails: [], record });
  return readScene(await sceneQuestionOf(record));
}

/** What is at Stripe for this record, and what has been done there. */
export function useStripeSide(record: RecordReference | null): StripeSideState {
  const objectType = record?.objectType;
  const id = record?.id;
  const load = useCallback(
    () => loadScene(objectType === undefined || id === undefined ? null : { objectType, id }),
    [objectType, id],
  );
  const [scene, reload] = useLoaded(load);
  const { log, isBusy, run } = useActionLog(reload);
  return {
    scene,
    log,
    isBusy,
    reload,
    act: (action) => {
      run(act(action));
    },
    advance: (durationMs, label) => {
      run(advanceClock(durationMs).then(() => `The clock moved ahead by ${label}.`));
    },
  };
}

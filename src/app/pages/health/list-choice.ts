import type { ListedBy, ObjectType } from '@stripe-payments/core';

export const CHOICES = ['linked', 'all', 'list'] as const;
export const SKIPS = ['none', 'hour', 'day'] as const;

/** What an admin has chosen to sync, as the fields have it. */
export interface ListChoice {
  readonly objectType: ObjectType;
  readonly which: (typeof CHOICES)[number];
  readonly listId: string;
  readonly pipeline: string;
  readonly stage: string;
  readonly skip: (typeof SKIPS)[number];
}

export const FIRST_CHOICE: ListChoice = {
  objectType: 'deal',
  which: 'linked',
  listId: '',
  pipeline: '',
  stage: '',
  skip: 'none',
};

const HOUR_MS = 60 * 60_000;
const SKIP_MS = { hour: HOUR_MS, day: 24 * HOUR_MS } as const;

/** A field that is not shown counts for nothing. */
export function listOf(choice: ListChoice, nowMs: number): ListedBy {
  const { objectType, which, skip } = choice;
  const pipeline = choice.pipeline.trim();
  const stage = choice.stage.trim();
  const isByStage = objectType === 'deal' && which !== 'list';
  return {
    objectType,
    which: which === 'list' ? { listId: choice.listId.trim() } : which,
    where: {
      ...(isByStage && pipeline !== '' && { pipeline }),
      ...(isByStage && stage !== '' && { dealstage: stage }),
    },
    syncedBeforeMs: skip === 'none' ? null : nowMs - SKIP_MS[skip],
  };
}

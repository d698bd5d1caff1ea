import type { HealthReport, ListedBy, ObjectType } from '@stripe-payments/core';
import { brief } from '@stripe-payments/core';

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

/** The option that leaves nothing out: an option without a value is none. */
export const ANY = 'any';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Named {
  readonly id: string;
  readonly label: string;
}

const MAX_OF_LABEL = 80;

const optionOf = ({ id, label }: Named): Option => ({
  value: id,
  label: brief(label, MAX_OF_LABEL),
});

type Readable<T> = Extract<T, { readonly isReadable: true }>;
type Lists = Readable<HealthReport['lists']>['lists'];
type Pipelines = Readable<HealthReport['pipelines']>['pipelines'];

export const listOptions = (lists: Lists, wanted: ObjectType): readonly Option[] =>
  lists.filter(({ objectType }) => objectType === wanted).map(optionOf);

export const pipelineOptions = (pipelines: Pipelines): readonly Option[] => pipelines.map(optionOf);

/** Of one pipeline; of all with their pipeline's name, where there are several. */
export function stageOptions(pipelines: Pipelines, pipelineId: string): readonly Option[] {
  const chosen = pipelines.filter(({ id }) => pipelineId === '' || id === pipelineId);
  return chosen.flatMap(({ label, stages }) =>
    stages.map((stage) => {
      const isOneOfSeveral = chosen.length > 1;
      return optionOf(isOneOfSeveral ? { ...stage, label: `${label}: ${stage.label}` } : stage);
    }),
  );
}

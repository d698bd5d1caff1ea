import { validationError } from '../api-error.ts';

const MOST_INPUTS = 100;

export function checkBatchSize(inputs: readonly unknown[], most = MOST_INPUTS): void {
  if (inputs.length === 0) throw validationError('The batch has no inputs');
  if (inputs.length > most) {
    throw validationError(
      `The batch has ${String(inputs.length)} inputs, at most ${String(most)} are allowed`,
    );
  }
}

export function checkNoDuplicates(ids: readonly string[]): void {
  const duplicates = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (duplicates.length === 0) return;
  throw validationError(
    `Duplicate IDs found in batch input: [${duplicates.join(', ')}]. IDs must be unique`,
    { context: { ids: duplicates } },
  );
}

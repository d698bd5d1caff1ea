import { HubSpotApiError } from '../model/api-error.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import type { PropertyValues, Writer } from '../values/check-values.ts';
import { checkValues } from '../values/check-values.ts';
import type { ValueProblem } from '../values/property-value.ts';
import type { PropertyStore } from './property-store.ts';
import { isContactEmail, isUnique, type UniqueValues } from './record-values.ts';

/** One record's values as a request gives them; without an id they make a new record. */
export interface RawWrite {
  readonly id?: string | undefined;
  readonly properties: PropertyValues;
}

export interface CheckedWrite {
  readonly id: string | undefined;
  readonly values: PropertyValues;
  readonly problems: readonly ValueProblem[];
  /** Another contact has the address: HubSpot answers that with a 409 of its own. */
  readonly conflict: HubSpotApiError | undefined;
}

const NEW_RECORD = 'a new record';

const emailConflict = (existingId: string): HubSpotApiError =>
  new HubSpotApiError(409, {
    message: `Contact already exists. Existing ID: ${existingId}`,
    context: { existingId: [existingId] },
    category: 'CONFLICT',
  });

/**
 * Checks the values of all writes of one request before any of them is carried out, so that a
 * request which is refused has written nothing. Writes of the same request compete for unique
 * values as well.
 */
export function checkWrites(
  objectType: ObjectTypeName,
  writes: readonly RawWrite[],
  writer: Writer,
  properties: PropertyStore,
  uniqueValues: UniqueValues,
  required: readonly string[],
): readonly CheckedWrite[] {
  const claimed = new Map<string, string>();
  return writes.map(({ id, properties: raw }) => {
    const checked = checkValues(raw, (name) => properties.find(name), writer);
    const missing = id === undefined ? required.filter((name) => (raw[name] ?? '') === '') : [];
    const problems = [...checked.problems, ...missing.map(requiredProblem)];
    let conflict: HubSpotApiError | undefined;
    for (const [name, value] of Object.entries(checked.values)) {
      const definition = properties.find(name);
      if (value === '' || definition === undefined || !isUnique(objectType, definition)) continue;
      const key = `${name}/${value.toLowerCase()}`;
      const owner = uniqueValues.ownerOf(objectType, name, value) ?? claimed.get(key);
      claimed.set(key, id ?? NEW_RECORD);
      if (owner === undefined || owner === id) continue;
      if (isContactEmail(objectType, name)) conflict = emailConflict(owner);
      else problems.push(uniqueProblem(name, value, owner));
    }
    return { id, values: checked.values, problems, conflict };
  });
}

const requiredProblem = (name: string): ValueProblem => ({
  name,
  code: 'REQUIRED_PROPERTY_MISSING',
  message: `Some required properties were not set: ${name}`,
});

const uniqueProblem = (name: string, value: string, owner: string): ValueProblem => ({
  name,
  code: 'CONFLICTING_UNIQUE_VALUE',
  message: `Cannot set PropertyValueCoordinates{propertyName=${name}, value=${value}}. ${owner} already has that value.`,
});

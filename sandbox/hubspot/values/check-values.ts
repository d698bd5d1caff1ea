import { validationError, type HubSpotApiError } from '../model/api-error.ts';
import type { PropertyDefinition } from '../model/entities.ts';
import { parsePropertyValue, type ValueProblem } from './property-value.ts';

export type PropertyValues = Readonly<Record<string, string>>;

export interface CheckedValues {
  readonly values: PropertyValues;
  readonly problems: readonly ValueProblem[];
}

/** Who writes: only HubSpot itself may set a read-only value. */
export type Writer = 'api' | 'hubspot';

function problemOf(
  definition: PropertyDefinition | undefined,
  name: string,
  writer: Writer,
): ValueProblem | undefined {
  if (definition === undefined || definition.archived) {
    return { name, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` };
  }
  if (definition.readOnlyValue && writer === 'api') {
    const kind = definition.calculated ? 'calculated' : 'read only';
    const message = `"${name}" is a ${kind} property; its value cannot be set.`;
    return { name, code: 'READ_ONLY_VALUE', message };
  }
  return undefined;
}

/** Every value of one record, checked against its definition: all problems, not only the first. */
export function checkValues(
  raw: PropertyValues,
  findProperty: (name: string) => PropertyDefinition | undefined,
  writer: Writer,
): CheckedValues {
  const values: Record<string, string> = {};
  const problems: ValueProblem[] = [];
  for (const [name, text] of Object.entries(raw)) {
    const definition = findProperty(name);
    const problem = problemOf(definition, name, writer);
    if (problem !== undefined || definition === undefined) {
      if (problem !== undefined) problems.push(problem);
      continue;
    }
    const parsed = parsePropertyValue(definition, text);
    if (parsed.ok) values[name] = parsed.value;
    else problems.push({ name, code: parsed.code, message: parsed.message });
  }
  return { values, problems };
}

/** HubSpot's answer to values it refuses, the list repeated as JSON text inside the message. */
export function valuesRefused(problems: readonly ValueProblem[]): HubSpotApiError {
  const listed = problems.map(({ name, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name,
  }));
  return validationError(`Property values were not valid: ${JSON.stringify(listed)}`, {
    errors: problems.map(({ name, code, message }) => ({
      message,
      code,
      context: { propertyName: [name] },
    })),
  });
}

import type { z } from 'zod';

/** An object that remembers which of its fields are read, as `fee_details[].amount`. */
export function tracked<T extends object>(object: T, reads: Set<string>, path = ''): T {
  const child = (value: unknown, childPath: string): unknown => {
    const isPlain =
      Array.isArray(value) ||
      (typeof value === 'object' &&
        value !== null &&
        Object.getPrototypeOf(value) === Object.prototype);
    return isPlain ? tracked(value as object, reads, childPath) : value;
  };
  return new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol') return value;
      if (Array.isArray(target)) return /^\d+$/.test(name) ? child(value, `${path}[]`) : value;
      const field = path === '' ? name : `${path}.${name}`;
      reads.add(field);
      // Metadata is a map: what its keys are is no matter of the object's shape.
      return name === 'metadata' ? value : child(value, field);
    },
  });
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** Every field that a schema names, in the same notation. An id that may be expanded is one field. */
export function fieldsOf(schema: z.ZodType, path = ''): readonly string[] {
  const { type, shape, element, innerType, options } = schema.def as Definition;
  if (shape !== undefined) {
    const names = Object.keys(shape);
    return Object.entries(shape).flatMap(([name, field]) => {
      const fieldPath = path === '' ? name : `${path}.${name}`;
      return [fieldPath, ...(names.length > 0 ? fieldsOf(field, fieldPath) : [])];
    });
  }
  if (type === 'array' && element !== undefined) return fieldsOf(element, `${path}[]`);
  if (innerType !== undefined) return fieldsOf(innerType, path);
  if (options === undefined) return [];
  const objects = options.filter(
    (option) => Object.keys((option.def as Definition).shape ?? {}).length > 1,
  );
  return objects.flatMap((option) => fieldsOf(option, path));
}

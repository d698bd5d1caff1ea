import type { FormatView } from '../formatters/view.ts';
import type { Store } from '../store/store.ts';
import { hiddenField } from './hidden-fields.ts';
import { wireById, type WireObject } from './wire.ts';

interface PathTree extends ReadonlyMap<string, PathTree> {
  readonly size: number;
}

function treeOf(paths: readonly (readonly string[])[]): PathTree {
  const heads = new Set(paths.flatMap(([head]) => head ?? []));
  return new Map(
    [...heads].map((head) => {
      const rests = paths.filter((path) => path[0] === head && path.length > 1);
      return [head, treeOf(rests.map((path) => path.slice(1)))] as const;
    }),
  );
}

const isWireObject = (value: unknown): value is WireObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Expander {
  /** Replaces ids by objects along paths that were checked before. */
  expand(object: WireObject, paths: readonly string[], view: FormatView): WireObject;
}

export function createExpander(store: Store): Expander {
  const byId = (value: unknown, view: FormatView): unknown =>
    typeof value === 'string' ? (wireById(store, value, view) ?? value) : value;

  function valueOf(object: WireObject, field: string, view: FormatView): unknown {
    const value = object[field];
    if (value === undefined) return hiddenField(store, object, field, view);
    if (Array.isArray(value)) return value.map((each: unknown) => byId(each, view));
    return byId(value, view);
  }

  function walk(value: unknown, tree: PathTree, view: FormatView): unknown {
    if (tree.size === 0) return value;
    if (Array.isArray(value)) return value.map((each: unknown) => walk(each, tree, view));
    if (!isWireObject(value)) return value;
    const expanded = [...tree].flatMap(([field, rest]) => {
      const inner = valueOf(value, field, view);
      return inner === undefined ? [] : [[field, walk(inner, rest, view)] as const];
    });
    return { ...value, ...Object.fromEntries(expanded) };
  }

  return {
    expand(object, paths, view) {
      const walked = walk(object, treeOf(paths.map((path) => path.split('.'))), view);
      return isWireObject(walked) ? walked : object;
    },
  };
}

import { readFileSync } from 'node:fs';

/** A row of docs/platform-assumptions.md. */
export interface Assumption {
  readonly id: string;
  /** The heading above its table. */
  readonly platform: string;
  readonly assumed: string;
  readonly fallback: string;
  readonly where: string;
  /** Why no machine can check it; undefined where a check does. */
  readonly uncheckable: string | undefined;
}

const DOCUMENT = new URL('../../docs/platform-assumptions.md', import.meta.url);

const COLUMNS = 5;
const NOT_CHECKED = 'no: ';

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

function rowOf(line: string, platform: string): readonly Assumption[] {
  const cells = cellsOf(line);
  const [name = '', assumed = '', fallback = '', where = '', checked = ''] = cells;
  const id = /^`([a-z0-9-]+)`$/.exec(name)?.[1];
  if (id === undefined) return [];
  if (cells.length !== COLUMNS) throw new Error(`The row ${id} has ${String(cells.length)} cells.`);
  if (checked !== 'yes' && !checked.startsWith(NOT_CHECKED)) {
    throw new Error(`The row ${id} says neither "yes" nor "${NOT_CHECKED}…" in its last cell.`);
  }
  const uncheckable = checked === 'yes' ? undefined : checked.slice(NOT_CHECKED.length);
  return [{ id, platform, assumed, fallback, where, uncheckable }];
}

/** Every row of the tables, in order. */
export function readAssumptions(text = readFileSync(DOCUMENT, 'utf8')): readonly Assumption[] {
  let platform = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## ')) platform = line.slice(3);
    return line.startsWith('|') ? rowOf(line, platform) : [];
  });
}

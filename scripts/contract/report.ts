import type { Outcome } from './check.ts';
import type { Assumption } from './document.ts';
import type { Platform, Result } from './platforms.ts';

export interface PlatformReport {
  readonly platform: Platform['name'];
  readonly account: string;
  readonly results: readonly Result[];
}

export interface Report {
  readonly platforms: readonly PlatformReport[];
  /** What an earlier run had left, and was removed. */
  readonly leftovers: readonly string[];
  /** What this run could not remove, and why. */
  readonly remaining: readonly string[];
  readonly isInterrupted: boolean;
}

const STATUSES: readonly Outcome['status'][] = [
  'holds',
  'does not hold',
  'could not be tried',
  'not modelled',
];
const STATUS_WIDTH = Math.max(...STATUSES.map((status) => status.length));

const countOf = (results: readonly Result[], status: Outcome['status']): number =>
  results.filter(({ outcome }) => outcome.status === status).length;

const resultsOf = ({ platforms }: Report): readonly Result[] =>
  platforms.flatMap(({ results }) => results);

/** 1 where an assumption does not hold, or something stays behind; what could not be tried is no failure. */
export function exitCodeOf(report: Report): 0 | 1 | 130 {
  if (report.isInterrupted) return 130;
  const hasFailed = countOf(resultsOf(report), 'does not hold') > 0;
  return hasFailed || report.remaining.length > 0 ? 1 : 0;
}

const block = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

/** A row of the table; one that does not hold is followed by what it meant and what the product does. */
function linesOf(
  { id, outcome: { status, detail } }: Result,
  width: number,
  assumptions: ReadonlyMap<string, Assumption>,
): readonly string[] {
  const line = `  ${status.padEnd(STATUS_WIDTH)}  ${id.padEnd(width)}  ${detail}`.trimEnd();
  const row = assumptions.get(id);
  if (status !== 'does not hold' || row === undefined) return [line];
  const indent = ' '.repeat(STATUS_WIDTH + 4);
  return [line, `${indent}Assumed: ${row.assumed}`, `${indent}Otherwise: ${row.fallback}`];
}

export function printReport(report: Report, rows: readonly Assumption[]): string {
  const assumptions = new Map(rows.map((row) => [row.id, row]));
  const results = resultsOf(report);
  const width = Math.max(0, ...results.map(({ id }) => id.length));
  const tables = report.platforms.flatMap((platform) =>
    block(
      `${platform.platform} (${platform.account})`,
      platform.results.flatMap((result) =>
        linesOf(result, width, assumptions).map((line) => line.slice(2)),
      ),
    ),
  );
  const counts = STATUSES.map((status) => ({ status, count: countOf(results, status) }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${String(count)} ${status}`);
  return [
    ...tables,
    ...block('Removed, left by an earlier run:', report.leftovers),
    ...block('Could not be removed:', report.remaining),
    '',
    `${counts.join(', ')}.${report.isInterrupted ? ' Interrupted.' : ''}`,
    '',
  ].join('\n');
}

/** For programs: every row with what was assumed. */
export function asJson(report: Report, rows: readonly Assumption[]): string {
  const assumptions = new Map(rows.map((row) => [row.id, row]));
  const platforms = report.platforms.map(({ results, ...platform }) => ({
    ...platform,
    rows: results.map(({ id, outcome }) => ({
      id,
      ...outcome,
      assumed: assumptions.get(id)?.assumed ?? '',
    })),
  }));
  return `${JSON.stringify({ ...report, platforms, exitCode: exitCodeOf(report) }, undefined, 2)}\n`;
}

/** A measured figure beside its target. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  readonly holds: boolean;
}

/** The figures as a table, each with whether its target holds. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = [
    { name: 'figure', value: 'measured', target: 'target', verdict: '' },
    ...figures.map((figure) => ({ ...figure, verdict: figure.holds ? 'holds' : 'MISSED' })),
  ];
  const width = (key: 'name' | 'value' | 'target'): number =>
    Math.max(...rows.map((row) => row[key].length));
  return rows
    .map(({ name, value, target, verdict }) =>
      [
        name.padEnd(width('name')),
        value.padEnd(width('value')),
        target.padEnd(width('target')),
        verdict,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

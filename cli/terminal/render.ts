import { createColors } from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Block, Row, Section, Tone } from './block.ts';
import { terminalText } from './terminal-text.ts';

export interface Look {
  /** Columns. */
  readonly width: number;
  readonly isColoured: boolean;
}

type Paint = (text: string, tone: Tone) => string;

function painter(isColoured: boolean): Paint {
  const colours = createColors(isColoured);
  const paints: Readonly<Record<Tone, (text: string) => string>> = {
    plain: (text) => text,
    good: colours.green,
    attention: colours.yellow,
    bad: colours.red,
    faint: colours.dim,
    strong: colours.bold,
  };
  return (text, tone) => (text === '' ? '' : paints[tone](text));
}

const INDENT = 2;
const GAP = 2;

/** A column narrower than this is harder to read than a text below its label. */
const NARROWEST = 32;

const NO_BREAK = '\u00a0';

/** Lines that can be copied: neither an address, however wide, nor a command in backquotes is broken. */
function wrapped(text: string, width: number): readonly string[] {
  const whole = terminalText(text).replaceAll(/`[^`]*`/g, (command) =>
    command.replaceAll(' ', NO_BREAK),
  );
  const lines = wrapAnsi(whole, Math.max(1, width), { hard: false, trim: true });
  return lines.replaceAll(NO_BREAK, ' ').split('\n');
}

const isBare = (line: string): boolean => line.trim() === '';

const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => (isBare(line) ? '' : `${' '.repeat(by)}${line}`));

function rowLines(row: Row, labelWidth: number, width: number, paint: Paint): readonly string[] {
  const label = terminalText(row.label);
  const tone = row.tone ?? 'plain';
  const left = labelWidth + GAP;
  if (width - left < NARROWEST) {
    const below = wrapped(row.text, width - INDENT).map((line) => paint(line, tone));
    return [label, ...indented(below, INDENT)];
  }
  const [first = '', ...rest] = wrapped(row.text, width - left).map((line) => paint(line, tone));
  const start = first === '' ? label : `${label.padEnd(left)}${first}`;
  return [start, ...indented(rest, left)];
}

function blockLines(block: Block, { width }: Look, paint: Paint): readonly string[] {
  switch (block.kind) {
    case 'heading': {
      const title = paint(terminalText(block.text), 'strong');
      const { status } = block;
      if (status === undefined) return [title];
      const { sign, text, tone } = status;
      return [`${paint(sign, tone)} ${title}  ${paint(text, tone)}`];
    }
    case 'paragraph': {
      const by = (block.depth ?? 0) * INDENT;
      const lines = wrapped(block.text, width - by);
      return indented(
        lines.map((line) => paint(line, block.tone ?? 'plain')),
        by,
      );
    }
    case 'gap':
      return [''];
    case 'rows': {
      const by = (block.depth ?? 1) * INDENT;
      const labelWidth = Math.max(0, ...block.rows.map(({ label }) => terminalText(label).length));
      const lines = block.rows.flatMap((row) => rowLines(row, labelWidth, width - by, paint));
      return indented(lines, by);
    }
  }
}

/** Sections as the lines of a terminal, each section set apart by an empty line. */
export function render(sections: readonly Section[], look: Look): string {
  const paint = painter(look.isColoured);
  return sections
    .map((blocks) => blocks.flatMap((block) => blockLines(block, look, paint)))
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

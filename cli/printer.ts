import type { Block, Section } from './terminal/block.ts';
import { terminalJson } from './terminal/terminal-text.ts';
import type { Look } from './terminal/render.ts';
import { render } from './terminal/render.ts';
import type { Screen, Terminal } from './terminal/terminal.ts';

/** What a command ends with, for people and for scripts. */
interface Ending {
  readonly sections: readonly Section[];
  readonly json: object;
}

export interface Printer {
  /** What is said before the end. A script's output stays JSON; a person beside it reads along. */
  show(sections: readonly Section[]): void;
  finish(ending: Ending): void;
  /** For people only, on standard error. */
  complain(sections: readonly Section[]): void;
  /** Says what goes on while it does, where a person looks on. */
  during<T>(text: string, work: Promise<T>): Promise<T>;
}

export interface PrinterOptions {
  readonly terminal: Terminal;
  readonly isJson: boolean;
  /** False where colours are not wanted on any terminal. */
  readonly mayColour: boolean;
  /** Takes secrets out. */
  readonly hide: (text: string) => string;
}

/** Longer lines are hard to follow, however wide the window. */
const WIDEST = 120;

const lookOf = ({ columns, isTerminal }: Screen, mayColour: boolean): Look => ({
  width: Math.min(columns, WIDEST),
  isColoured: mayColour && isTerminal,
});

function hiddenIn(block: Block, hide: (text: string) => string): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: hide(block.text) };
    case 'rows':
      return { ...block, rows: block.rows.map((row) => ({ ...row, text: hide(row.text) })) };
    case 'gap':
      return block;
  }
}

export function createPrinter({ terminal, isJson, mayColour, hide }: PrinterOptions): Printer {
  const { report, aside } = terminal;
  let hasShown = false;
  const print = (screen: Screen, sections: readonly Section[]): void => {
    // Before the lines are broken: a key in two halves would not be found.
    const safe = sections.map((blocks) => blocks.map((block) => hiddenIn(block, hide)));
    screen.write(render(safe, lookOf(screen, mayColour)));
  };
  return {
    show(sections) {
      if (!isJson) print(report, sections);
      else if (aside.isTerminal) print(aside, sections);
      hasShown = true;
    },
    finish({ sections, json }) {
      if (isJson) {
        report.write(`${terminalJson(json, hide)}\n`);
        return;
      }
      if (sections.length === 0) return;
      if (hasShown) report.write('\n');
      print(report, sections);
    },
    complain: (sections) => {
      print(aside, sections);
    },
    async during(text, work) {
      if (!aside.isTerminal) return work;
      aside.write(text);
      try {
        return await work;
      } finally {
        aside.write('\r\u001b[K');
      }
    },
  };
}

import { stripVTControlCharacters } from 'node:util';
import type { Screen, Terminal } from '../../cli/terminal/terminal.ts';

export interface FakeTerminalOptions {
  /** Whether a person looks on; both screens and the keyboard are alike. */
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** What the person types, in turn; afterwards they have gone away. */
  readonly answers?: readonly string[];
}

export interface FakeTerminal extends Terminal {
  readonly out: () => string;
  readonly err: () => string;
  readonly questions: readonly string[];
  /** What the progress bar showed, in turn. */
  readonly progress: readonly string[];
}

function screen(isTerminal: boolean, columns: number): Screen & { readonly text: () => string } {
  let written = '';
  return {
    isTerminal,
    columns,
    write: (text) => {
      written += text;
    },
    text: () => written,
  };
}

export function fakeTerminal(options: FakeTerminalOptions = {}): FakeTerminal {
  const { isTerminal = false, columns = 80, answers = [] } = options;
  const report = screen(isTerminal, columns);
  const aside = screen(isTerminal, columns);
  const left = [...answers];
  const questions: string[] = [];
  const progress: string[] = [];
  return {
    report,
    aside,
    canAsk: isTerminal,
    ask: (question) => {
      questions.push(question.trim());
      return Promise.resolve(left.shift() ?? null);
    },
    startBar: (total, text) => {
      progress.push(`0/${String(total)} ${text}`);
      return {
        update: (done, words) => {
          progress.push(`${String(done)}/${String(total)} ${words}`);
        },
        stop: () => {
          progress.push('stopped');
        },
      };
    },
    out: report.text,
    err: aside.text,
    questions,
    progress,
  };
}

/** The text as it reads, whatever its colours and wherever its lines are broken. */
export const flowing = (text: string): string =>
  stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').trim();

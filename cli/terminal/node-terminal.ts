import { createInterface } from 'node:readline';
import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';
import type { ProgressBar, Screen, Terminal } from './terminal.ts';

const COLUMNS_OF_A_FILE = 80;

/** A pipe is as one of the process's streams, without a terminal's facts. */
type Output = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;
type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

interface Streams {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
}

function screenOn(stream: Output): Screen {
  const isTerminal = stream.isTTY === true;
  return {
    isTerminal,
    // A terminal of zero columns is one that does not tell.
    columns: isTerminal ? stream.columns || COLUMNS_OF_A_FILE : COLUMNS_OF_A_FILE,
    write: (text) => {
      stream.write(text);
    },
  };
}

function ask(question: string, input: Input, output: Output): Promise<string | null> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, output });
    lines.once('close', () => {
      resolve(null);
    });
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

function startBar(stream: Output, total: number, text: string): ProgressBar {
  const bar = new SingleBar({
    stream,
    format: '{bar} {text}',
    barsize: 30,
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    clearOnComplete: true,
    // Its own handler would swallow the first Ctrl-C; nothing of the terminal is changed meanwhile.
    gracefulExit: false,
    linewrap: true,
  });
  bar.start(total, 0, { text });
  return {
    update: (done, text) => {
      bar.update(done, { text });
    },
    stop: () => {
      bar.stop();
    },
  };
}

export function createNodeTerminal({ stdin, stdout, stderr }: Streams): Terminal {
  return {
    report: screenOn(stdout),
    aside: screenOn(stderr),
    canAsk: stdin.isTTY === true && stderr.isTTY === true,
    ask: (question) => ask(question, stdin, stderr),
    startBar: (total, text) => startBar(stderr, total, text),
  };
}

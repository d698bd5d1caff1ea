/** One of a program's two ways out. */
export interface Screen {
  /** False for a file or a pipe. */
  readonly isTerminal: boolean;
  readonly columns: number;
  write(text: string): void;
}

export interface ProgressBar {
  /** `text` says it in words. */
  update(done: number, text: string): void;
  stop(): void;
}

/** Where the program runs, as it sees it. */
export interface Terminal {
  /** Standard output: the report, or JSON. */
  readonly report: Screen;
  /** Standard error: everything else. */
  readonly aside: Screen;
  readonly canAsk: boolean;
  /** Null where the person went away without an answer. */
  ask(question: string): Promise<string | null>;
  /** Shows nothing where there is no terminal. */
  startBar(total: number, text: string): ProgressBar;
}

/** What a formatter needs beside the row: the mode, and the time for what changes by itself. */
export interface FormatView {
  readonly livemode: boolean;
  readonly nowMs: number;
}

export const secondsOf = (ms: number): number => Math.floor(ms / 1000);

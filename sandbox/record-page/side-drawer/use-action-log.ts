import { useState } from 'react';
import { messageOf } from '../api/request.ts';

export interface LogEntry {
  readonly number: number;
  readonly text: string;
  readonly failed: boolean;
}

interface ActionLog {
  readonly log: readonly LogEntry[];
  readonly isBusy: boolean;
  /** Notes what the work answers, or why it failed. */
  readonly run: (work: Promise<string>) => void;
}

/** What has been done in a drawer, the latest first; `onDone` is called after each. */
export function useActionLog(onDone: () => void): ActionLog {
  const [log, setLog] = useState<readonly LogEntry[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const run = (work: Promise<string>): void => {
    const note = (text: string, failed: boolean): void => {
      setLog((before) => [{ number: before.length + 1, text, failed }, ...before]);
      setIsBusy(false);
      onDone();
    };
    setIsBusy(true);
    work.then(
      (text) => {
        note(text, false);
      },
      (error: unknown) => {
        note(messageOf(error), true);
      },
    );
  };
  return { log, isBusy, run };
}

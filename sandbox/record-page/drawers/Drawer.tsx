import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { messageOf } from '../api/client.ts';
import { Glyph } from '../components/icons.tsx';

interface LogEntry {
  readonly number: number;
  readonly text: string;
  readonly failed: boolean;
}

export interface ActionLog {
  /** The latest first. */
  readonly log: readonly LogEntry[];
  readonly isBusy: boolean;
  /** Adds the sentence that the work results in, or why it failed. */
  readonly run: (work: Promise<string>) => void;
}

/** The actions of a drawer and their results; `onDone` is called after each. */
export function useActionLog(onDone: () => void): ActionLog {
  const [log, setLog] = useState<readonly LogEntry[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const add = (text: string, failed: boolean): void => {
    setLog((before) => [{ number: before.length + 1, text, failed }, ...before]);
    setIsBusy(false);
    onDone();
  };
  const run = (work: Promise<string>): void => {
    setIsBusy(true);
    work.then(
      (text) => {
        add(text, false);
      },
      (error: unknown) => {
        add(messageOf(error), true);
      },
    );
  };
  return { log, isBusy, run };
}

interface DrawerProps {
  readonly id: 'account-side' | 'stripe-side';
  readonly title: string;
  readonly log: readonly LogEntry[];
  readonly onReload: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the record or app page, so that both are visible. */
export function Drawer({ id, title, log, onReload, onClose, children }: DrawerProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <aside
      className={`drawer ${id}`}
      data-testid={id}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label="Refresh" onClick={onReload}>
          <Glyph name="refresh" />
        </button>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Glyph name="remove" />
        </button>
      </header>
      <div className="drawer-body">
        {children}
        <section>
          <h3>Activity</h3>
          <ul className="action-log" aria-live="polite" data-testid={`${id}-log`}>
            {log.length === 0 && <li>No actions yet.</li>}
            {log.map(({ number, text, failed }) => (
              <li key={number} className={failed ? 'scene-log-failed' : ''}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </aside>
  );
}

interface SmallButtonProps {
  readonly testId: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

export function SmallButton({ testId, disabled, onClick, children }: SmallButtonProps) {
  const className = 'button button-secondary button-xs';
  return (
    <button type="button" data-testid={testId} {...{ className, disabled, onClick }}>
      {children}
    </button>
  );
}

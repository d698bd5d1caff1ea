import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Glyph } from '../components/Glyph.tsx';
import type { LogEntry } from './use-action-log.ts';

interface SideDrawerProps {
  readonly id: 'account-side' | 'stripe-side';
  readonly title: string;
  readonly log: readonly LogEntry[];
  readonly onReload: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

interface LogProps {
  readonly log: readonly LogEntry[];
  readonly testId: string;
}

function Log({ log, testId }: LogProps) {
  return (
    <section>
      <h3>What happened</h3>
      <ul className="scene-log" aria-live="polite" data-testid={testId}>
        {log.length === 0 && <li>Nothing yet.</li>}
        {log.map(({ number, text, failed }) => (
          <li key={number} className={failed ? 'scene-log-failed' : ''}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beside what is shown, so that it can be watched. */
export function SideDrawer({ id, title, log, onReload, onClose, children }: SideDrawerProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <aside
      className={`side-drawer ${id}`}
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
        <button type="button" className="icon-button" aria-label="Read again" onClick={onReload}>
          <Glyph name="refresh" />
        </button>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Glyph name="remove" />
        </button>
      </header>
      <div className="side-drawer-body">
        {children}
        <Log log={log} testId={`${id}-log`} />
      </div>
    </aside>
  );
}

import type { AlertProps } from '@hubspot/ui-extensions';
import { Glyph } from './Glyph.tsx';

const glyphs = {
  info: 'info',
  tip: 'info',
  success: 'checkCircle',
  warning: 'warning',
  danger: 'exclamationCircle',
  error: 'exclamationCircle',
} as const;

/** What went wrong interrupts a screen reader; the rest waits its turn. */
export function Alert({ title, variant = 'info', children, testId }: AlertProps) {
  const isUrgent = variant === 'danger' || variant === 'error';
  return (
    <div
      role={isUrgent ? 'alert' : 'status'}
      aria-live={isUrgent ? 'assertive' : 'polite'}
      className={`alert alert-${variant === 'error' ? 'danger' : variant}`}
      data-test-id={testId}
    >
      <Glyph name={glyphs[variant]} />
      <div className="alert-content">
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {children !== undefined && <div>{children}</div>}
      </div>
    </div>
  );
}

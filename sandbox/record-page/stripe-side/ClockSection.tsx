import { useFormatSettings } from '../page/page-context.ts';
import type { StripeSideState } from './use-stripe-side.ts';

const hourMs = 3_600_000;
const steps = [
  { label: '1 hour', durationMs: hourMs },
  { label: '1 day', durationMs: 24 * hourMs },
  { label: '1 week', durationMs: 7 * 24 * hourMs },
] as const;

export function ClockSection({ scene, isBusy, advance }: StripeSideState) {
  const { locale, timeZone } = useFormatSettings();
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
  return (
    <section>
      <h3>Clock</h3>
      <p data-testid="clock-now">
        {scene.status === 'ready' ? format.format(scene.value.nowMs) : '…'}
      </p>
      <div className="button-row">
        {steps.map(({ label, durationMs }) => (
          <button
            key={label}
            type="button"
            className="button button-secondary button-xs"
            disabled={isBusy}
            data-testid={`clock-${label.replace(' ', '-')}`}
            onClick={() => {
              advance(durationMs, label);
            }}
          >
            +{label}
          </button>
        ))}
      </div>
    </section>
  );
}

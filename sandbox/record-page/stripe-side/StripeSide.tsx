import { useEffect, useRef } from 'react';
import type { RecordReference } from '../api/client.ts';
import { Glyph } from '../components/Glyph.tsx';
import { ClockSection } from './ClockSection.tsx';
import { NewPayment } from './NewPayment.tsx';
import { PaymentActions } from './PaymentActions.tsx';
import { useStripeSide } from './use-stripe-side.ts';
import type { StripeSideState } from './use-stripe-side.ts';

interface StripeSideProps {
  readonly record: RecordReference | null;
  readonly onClose: () => void;
}

function Payments({ scene, isBusy, act }: StripeSideState) {
  if (scene.status === 'loading') return <p aria-busy="true">Loading…</p>;
  if (scene.status === 'failed') return <p role="alert">{scene.message}</p>;
  const { payments } = scene.value;
  if (payments.length === 0) return <p>No payment belongs to this record at Stripe yet.</p>;
  return (
    <ul className="scene-payments">
      {payments.map((payment) => (
        <PaymentActions key={payment.chargeId} payment={payment} isBusy={isBusy} act={act} />
      ))}
    </ul>
  );
}

function Log({ log }: Pick<StripeSideState, 'log'>) {
  return (
    <section>
      <h3>What happened</h3>
      <ul className="scene-log" aria-live="polite" data-testid="stripe-side-log">
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

/** What happens at Stripe, by hand: beside the record, so that the card can be watched. */
export function StripeSide({ record, onClose }: StripeSideProps) {
  const state = useStripeSide(record);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <aside
      className="stripe-side"
      data-testid="stripe-side"
      aria-label="Stripe side"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          Stripe side
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Read again"
          onClick={state.reload}
        >
          <Glyph name="refresh" />
        </button>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Glyph name="remove" />
        </button>
      </header>
      <div className="stripe-side-body">
        <p>Do here what would happen at Stripe, then sync the card on the left.</p>
        <ClockSection {...state} />
        {record === null ? (
          <p>Open a record to see its payments.</p>
        ) : (
          <>
            <NewPayment record={record} {...state} />
            <h3>Payments</h3>
            <Payments {...state} />
          </>
        )}
        <Log log={state.log} />
      </div>
    </aside>
  );
}

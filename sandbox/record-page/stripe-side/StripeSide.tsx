import type { RecordReference } from '../api/client.ts';
import { SideDrawer } from '../side-drawer/SideDrawer.tsx';
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

/** What happens at Stripe, by hand. */
export function StripeSide({ record, onClose }: StripeSideProps) {
  const state = useStripeSide(record);
  return (
    <SideDrawer
      id="stripe-side"
      title="Stripe side"
      log={state.log}
      onReload={state.reload}
      onClose={onClose}
    >
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
    </SideDrawer>
  );
}

import { useState } from 'react';
import type { SceneEntry, StripeAction, StripeActionId } from '../../drawers.ts';
import type { RecordReference } from '../api/wire.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import { useFormatSettings } from '../state/page-context.ts';
import { Drawer, SmallButton } from './Drawer.tsx';
import type { StripeSideState } from './scene.ts';
import { ACTION_LABELS, STARTING_ACTIONS, takesAmount, useStripeSide } from './scene.ts';

const HOUR_MS = 3_600_000;
const CLOCK_STEPS = [
  { label: '1 hour', durationMs: HOUR_MS },
  { label: '1 day', durationMs: 24 * HOUR_MS },
  { label: '1 week', durationMs: 7 * 24 * HOUR_MS },
] as const;

function useTimeText(options: Intl.DateTimeFormatOptions): (timeMs: number) => string {
  const { locale, timeZone } = useFormatSettings();
  return (timeMs) => new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(timeMs);
}

function ClockSection({ scene, isBusy, advance }: StripeSideState) {
  const timeText = useTimeText({ dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section>
      <h3>Clock</h3>
      <p data-testid="clock-now">{scene.status === 'ready' ? timeText(scene.value.nowMs) : '…'}</p>
      <div className="button-row">
        {CLOCK_STEPS.map(({ label, durationMs }) => (
          <SmallButton
            key={label}
            testId={`clock-${label.replace(' ', '-')}`}
            disabled={isBusy}
            onClick={() => {
              advance(durationMs, label);
            }}
          >
            +{label}
          </SmallButton>
        ))}
      </div>
    </section>
  );
}

/** In Stripe's smallest unit, as in its API: the page does not know the decimals of every currency. */
function parseAmountMinor(text: string): number | undefined {
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

interface AmountInputProps {
  readonly id: string;
  readonly value: string;
  readonly hint: string;
  readonly onChange: (value: string) => void;
}

function AmountInput({ id, value, hint, onChange }: AmountInputProps) {
  return (
    <label className="drawer-field">
      Amount in the smallest unit ({hint})
      <input
        className="control"
        inputMode="numeric"
        pattern="\d*"
        data-testid={`amount-${id}`}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </label>
  );
}

const CURRENCIES = ['usd', 'eur', 'gbp', 'jpy', 'kwd'] as const;

function metadataOf({ objectType, id }: RecordReference): Partial<StripeAction> {
  switch (objectType) {
    case 'contacts':
      return { hubspotContactId: id };
    case 'companies':
      return { hubspotCompanyId: id };
    default:
      return { hubspotDealId: id };
  }
}

interface NewPaymentProps extends StripeSideState {
  readonly record: RecordReference;
}

/** Without a customer the payment's metadata names the record, as a payment link's would. */
function NewPayment({ record, scene, isBusy, act }: NewPaymentProps) {
  const { singular } = objectTypeFacts(record.objectType);
  const customers = scene.status === 'ready' ? scene.value.customers : [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [amount, setAmount] = useState('12000');
  const [currency, setCurrency] = useState<string>('usd');
  const customerId = chosenId ?? customers[0]?.id ?? '';
  const amountMinor = parseAmountMinor(amount);
  const start = (action: StripeActionId): void => {
    const payer = customerId === '' ? metadataOf(record) : { customerId };
    act({ action, currency, ...payer, ...(amountMinor !== undefined && { amountMinor }) });
  };
  return (
    <section>
      <h3>New payment</h3>
      <label className="drawer-field">
        Customer
        <select
          className="control"
          data-testid="new-payment-customer"
          value={customerId}
          onChange={(event) => {
            setChosenId(event.currentTarget.value);
          }}
        >
          {customers.map(({ id, name }) => (
            <option key={id} value={id}>{`${name} (${id})`}</option>
          ))}
          <option value="">Guest, with the {singular} in the metadata</option>
        </select>
      </label>
      <div className="new-payment-amount">
        <AmountInput value={amount} onChange={setAmount} hint="12000 usd: $120.00" id="new" />
        <select
          className="control"
          aria-label="Currency"
          value={currency}
          onChange={(event) => {
            setCurrency(event.currentTarget.value);
          }}
        >
          {CURRENCIES.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </div>
      <div className="button-row">
        {STARTING_ACTIONS.map((action) => (
          <SmallButton
            key={action}
            testId={`action-${action}-new`}
            disabled={isBusy || amountMinor === undefined}
            onClick={() => {
              start(action);
            }}
          >
            {ACTION_LABELS[action]}
          </SmallButton>
        ))}
      </div>
    </section>
  );
}

interface PaymentProps extends Pick<StripeSideState, 'act' | 'isBusy'> {
  readonly payment: SceneEntry;
}

function Payment({ payment, isBusy, act }: PaymentProps) {
  const { chargeId, label, status, createdMs, availableActions } = payment;
  const timeText = useTimeText({ dateStyle: 'medium' });
  const [amount, setAmount] = useState('');
  const amountMinor = parseAmountMinor(amount);
  return (
    <li className="scene-payment" data-testid={`payment-${chargeId}`}>
      <div className="scene-payment-title">
        <strong>
          <bdi>{label}</bdi>
        </strong>
        <span className="tag tag-default">{status}</span>
      </div>
      <small>
        {timeText(createdMs)} · {chargeId}
      </small>
      {availableActions.some(takesAmount) && (
        <AmountInput value={amount} onChange={setAmount} hint="empty for all" id={chargeId} />
      )}
      <div className="button-row">
        {availableActions.map((action) => (
          <SmallButton
            key={action}
            testId={`action-${action}-${chargeId}`}
            disabled={isBusy}
            onClick={() => {
              const hasAmount = takesAmount(action) && amountMinor !== undefined;
              act({ action, chargeId, ...(hasAmount && { amountMinor }) });
            }}
          >
            {ACTION_LABELS[action]}
          </SmallButton>
        ))}
      </div>
    </li>
  );
}

function Payments({ scene, isBusy, act }: StripeSideState) {
  if (scene.status === 'loading') return <p aria-busy="true">Loading…</p>;
  if (scene.status === 'failed') return <p role="alert">{scene.message}</p>;
  const { payments } = scene.value;
  if (payments.length === 0) return <p>No payments at Stripe for this record yet.</p>;
  return (
    <ul className="scene-payments">
      {payments.map((payment) => (
        <Payment key={payment.chargeId} {...{ payment, isBusy, act }} />
      ))}
    </ul>
  );
}

interface StripeSideProps {
  readonly record: RecordReference | null;
  readonly onClose: () => void;
}

/** Makes happen at the built-in Stripe what customers and banks do at the real one. */
export function StripeSide({ record, onClose }: StripeSideProps) {
  const state = useStripeSide(record);
  const { log, reload } = state;
  return (
    <Drawer id="stripe-side" title="Stripe side" onReload={reload} {...{ log, onClose }}>
      <p>Act as the customer or the bank at Stripe, then sync the card.</p>
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
    </Drawer>
  );
}

import { useState } from 'react';
import type { RecordReference } from '../api/client.ts';
import type { StripeSideAction, StripeSideActionId } from '../api/stripe-side-wire.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import { actionLabels, startingActions } from './action-labels.ts';
import { AmountInput, parseAmountMinor } from './AmountInput.tsx';
import type { StripeSideState } from './use-stripe-side.ts';

interface NewPaymentProps extends StripeSideState {
  readonly record: RecordReference;
}

const currencies = ['usd', 'eur', 'gbp', 'jpy', 'kwd'] as const;

function namingOf({ objectType, id }: RecordReference): Partial<StripeSideAction> {
  switch (objectType) {
    case 'contacts':
      return { hubspotContactId: id };
    case 'companies':
      return { hubspotCompanyId: id };
    default:
      return { hubspotDealId: id };
  }
}

/** Without a customer the payment names the record in its metadata, as a payment link would. */
export function NewPayment({ record, scene, isBusy, act }: NewPaymentProps) {
  const { singular } = objectTypeFacts(record.objectType);
  const customers = scene.status === 'ready' ? scene.value.customers : [];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [amount, setAmount] = useState('12000');
  const [currency, setCurrency] = useState<string>('usd');
  const customerId = chosenId ?? customers[0]?.id ?? '';
  const amountMinor = parseAmountMinor(amount);
  const start = (action: StripeSideActionId): void => {
    const payer = customerId === '' ? namingOf(record) : { customerId };
    act({ action, currency, ...payer, ...(amountMinor !== undefined && { amountMinor }) });
  };
  const isReady = amountMinor !== undefined;
  return (
    <section>
      <h3>New payment</h3>
      <label className="amount-input">
        Paid by
        <select
          className="control"
          data-testid="new-payment-customer"
          value={customerId}
          onChange={(event) => {
            setChosenId(event.currentTarget.value);
          }}
        >
          {customers.map(({ id, name }) => (
            <option key={id} value={id}>{`${name ?? 'No name'} (${id})`}</option>
          ))}
          <option value="">A guest; the {singular} is in the metadata</option>
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
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </div>
      <div className="button-row">
        {startingActions.map((action) => (
          <button
            key={action}
            type="button"
            className="button button-secondary button-xs"
            disabled={isBusy || !isReady}
            data-testid={`action-${action}-new`}
            onClick={() => {
              start(action);
            }}
          >
            {actionLabels[action]}
          </button>
        ))}
      </div>
    </section>
  );
}

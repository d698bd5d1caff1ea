import { useState } from 'react';
import type { ScenePayment, StripeSideAction } from '../api/stripe-side-wire.ts';
import { useFormatSettings } from '../page/page-context.ts';
import { actionLabels, knownActions, takesAmount } from './action-labels.ts';
import { AmountInput, parseAmountMinor } from './AmountInput.tsx';

interface PaymentActionsProps {
  readonly payment: ScenePayment;
  readonly isBusy: boolean;
  readonly act: (action: StripeSideAction) => void;
}

export function PaymentActions({ payment, isBusy, act }: PaymentActionsProps) {
  const { chargeId, label, status, createdMs, availableActions } = payment;
  const { locale, timeZone } = useFormatSettings();
  const [amount, setAmount] = useState('');
  const actions = knownActions(availableActions);
  const amountMinor = parseAmountMinor(amount);
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  return (
    <li className="scene-payment" data-testid={`payment-${chargeId}`}>
      <div className="scene-payment-title">
        <strong>
          <bdi>{label}</bdi>
        </strong>
        <span className="tag tag-default">{status}</span>
      </div>
      <small>
        {when.format(createdMs)} · {chargeId}
      </small>
      {actions.some(takesAmount) && (
        <AmountInput value={amount} onChange={setAmount} hint="empty: all of it" id={chargeId} />
      )}
      <div className="button-row">
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            className="button button-secondary button-xs"
            disabled={isBusy}
            data-testid={`action-${action}-${chargeId}`}
            onClick={() => {
              const withAmount = takesAmount(action) && amountMinor !== undefined;
              act({ action, chargeId, ...(withAmount && { amountMinor }) });
            }}
          >
            {actionLabels[action]}
          </button>
        ))}
      </div>
    </li>
  );
}

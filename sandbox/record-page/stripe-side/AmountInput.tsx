interface AmountInputProps {
  readonly id: string;
  readonly value: string;
  readonly hint: string;
  readonly onChange: (value: string) => void;
}

/** Stripe's own unit, as in its API: the page does not know every currency's decimals. */
export function parseAmountMinor(text: string): number | undefined {
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

export function AmountInput({ id, value, hint, onChange }: AmountInputProps) {
  return (
    <label className="amount-input">
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

import { failureText, STRIPE_KEYS_URL } from '@stripe-payments/core';
import type { FailureAlertProps, FailureDescriptionProps } from '@stripe-payments/ui';
import { CheckedLink, Described, FailureAlert as SharedAlert } from '@stripe-payments/ui';
import { useTexts } from './use-presentation.ts';

/** What happened, and what an admin does about it: a card only says whom to ask. */
export function FailureDescription({ failure }: FailureDescriptionProps) {
  const texts = useTexts();
  const { message, nextStep, detail } = failureText(failure, texts);
  return (
    <Described
      text={nextStep === undefined ? message : `${message} ${nextStep}`}
      details={detail === undefined ? [] : [detail]}
    >
      {failure.permission !== undefined && (
        <CheckedLink url={STRIPE_KEYS_URL} text={texts.editKey} testId="edit-key" />
      )}
    </Described>
  );
}

export const FailureAlert = (props: FailureAlertProps) => (
  <SharedAlert {...props} Description={FailureDescription} />
);

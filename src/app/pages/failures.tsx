import type { Failure } from '@stripe-payments/core';
import { failureText, STRIPE_KEYS_URL } from '@stripe-payments/core';
import type { FailureAlertProps, FailureDescriptionProps } from '@stripe-payments/ui';
import { CheckedLink, Described, FailureAlert as SharedAlert } from '@stripe-payments/ui';
import { useTexts } from './use-presentation.ts';

function OneFailure({ failure }: { readonly failure: Failure }) {
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

/** What happened, and what an admin does about each of it: a card only says whom to ask. */
export const FailureDescription = ({ failure, alike = [] }: FailureDescriptionProps) => (
  <>
    {[failure, ...alike].map((each) => (
      <OneFailure key={`${each.code}/${each.permission ?? each.detail ?? ''}`} failure={each} />
    ))}
  </>
);

export const FailureAlert = (props: FailureAlertProps) => (
  <SharedAlert {...props} Description={FailureDescription} />
);

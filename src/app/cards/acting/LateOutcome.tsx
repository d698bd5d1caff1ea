import { Alert } from '@hubspot/ui-extensions';
import type { BillingDone, RequestDone } from '@stripe-payments/core';
import { stripeUrl } from '@stripe-payments/core';
import { ActingFailure } from './ActingFailure.tsx';
import { changeLabels } from './change-labels.ts';
import { couponDone } from './coupon.ts';
import { CopyAndOpen } from './CopyAndOpen.tsx';
import { Refunded } from './RefundPanel.tsx';
import { createdFacts, doneTitle } from './request-facts.ts';
import type { Late } from './use-acting.ts';
import { useActingPresentation, useActingTexts } from './use-acting.ts';

/** What came of what was confirmed in a panel that was closed before the answer. */
export function LateOutcome({ late }: { readonly late: Late }) {
  const { preview } = useActingTexts();
  if (!late.reply.ok) {
    return (
      <ActingFailure title={preview.notDone} failures={[late.reply.error]} testId="late-problem" />
    );
  }
  return late.of === 'request' ? (
    <LateRequest done={late.reply} />
  ) : (
    <LateChange done={late.reply} />
  );
}

function LateRequest({ done }: { readonly done: RequestDone }) {
  const presentation = useActingPresentation();
  return (
    <Alert title={doneTitle(done, presentation)} variant="success" testId="late-done">
      {createdFacts(done, presentation).facts.join(' ')}
    </Alert>
  );
}

function LateChange({ done }: { readonly done: BillingDone }) {
  const presentation = useActingPresentation();
  const { outcome } = done;
  if (outcome.kind === 'refund') return <Refunded done={done} testId="late-done" />;
  const title =
    outcome.kind === 'change-item'
      ? presentation.texts.acting.changes.done.changed
      : outcome.kind === 'change-coupon'
        ? couponDone(outcome, presentation)
        : changeLabels(outcome, presentation).done;
  return (
    <Alert title={title} variant="success" testId="late-done">
      {outcome.kind === 'card-link' && (
        <CopyAndOpen url={stripeUrl(outcome.url)} id={`late-${outcome.customer.id}`} />
      )}
    </Alert>
  );
}

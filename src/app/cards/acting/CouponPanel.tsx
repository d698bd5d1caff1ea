import {
  Alert,
  Button,
  Flex,
  Heading,
  Input,
  LoadingSpinner,
  Panel,
  PanelBody,
  PanelSection,
  Select,
  Text,
} from '@hubspot/ui-extensions';
import type {
  BillingPrepared,
  ListedSubscription,
  SubscriptionCoupons,
} from '@stripe-payments/core';
import { dayText } from '@stripe-payments/core';
import { LongText, manageBilling, useCall } from '@stripe-payments/ui';
import { useState } from 'react';
import { ActingFailure } from './ActingFailure.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import type { CouponForm } from './coupon.ts';
import {
  appliedTexts,
  askedCouponChange,
  couponDone,
  couponFacts,
  EMPTY_COUPON,
  couponOptions,
  dueFacts,
  isByCode,
  isCodeMistaken,
  isRemoval,
  takesNothing,
  waitsForCode,
} from './coupon.ts';
import { isRenewing } from './item-change.ts';
import { InvoiceTable } from './ItemChangeReview.tsx';
import { subscriptionRow } from './lines.ts';
import { ReviewFooter } from './ReviewFooter.tsx';
import { ChangeDone } from './TimelineLine.tsx';
import type { Acted, ActedType } from './use-acting.ts';
import { answerOf, failureOf, useActingPresentation, useActingTexts } from './use-acting.ts';
import type { Changing } from './use-change.ts';
import { useChange } from './use-change.ts';

interface CouponProps {
  readonly objectType: ActedType;
  readonly subscription: ListedSubscription;
  readonly acted: Acted;
}

/** Opens the form for a coupon, where there is a next invoice that one can lower. */
export function CouponButton(props: CouponProps) {
  const { coupon } = useActingTexts().changes;
  if (!isRenewing(props.subscription)) return null;
  return (
    <Button
      variant="secondary"
      size="xs"
      overlay={<CouponPanel {...props} />}
      testId={`change-coupon-${props.subscription.id}`}
    >
      {coupon.button}
    </Button>
  );
}

/** Each opening reads the coupons anew. */
function CouponPanel({ objectType, subscription, acted }: CouponProps) {
  const { coupon } = useActingTexts().changes;
  const { steps, onOpen, onClose } = useChange(objectType, acted);
  const { id } = subscription;
  const { state, run } = useCall<null, SubscriptionCoupons>({
    whileRunning: 'replace',
    send: async () => answerOf(await manageBilling({ objectType, step: 'coupons', id }), 'coupons'),
  });
  const read = (): void => {
    run(null);
  };
  const failure = failureOf(state);
  const panelId = `panel-change-coupon-${id}`;
  return (
    <Panel
      id={panelId}
      title={coupon.button}
      width="md"
      variant="modal"
      onOpen={() => {
        onOpen(() => {
          steps.change();
          read();
        });
      }}
      onClose={onClose}
      testId={panelId}
    >
      <PanelBody>
        <PanelSection>
          {state.phase === 'running' && (
            <LoadingSpinner label={coupon.reading} showLabel size="sm" testId="coupons-reading" />
          )}
          {failure !== null && (
            <ActingFailure
              title={coupon.notRead}
              failures={[failure]}
              onRetry={read}
              testId="coupons-not-read"
            />
          )}
          {state.phase === 'done' && (
            <CouponSteps steps={steps} subscription={subscription} coupons={state.answer} />
          )}
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

interface StepsProps extends Pick<CouponProps, 'subscription'> {
  readonly steps: Changing;
  readonly coupons: SubscriptionCoupons;
}

function CouponSteps({ steps, subscription, coupons }: StepsProps) {
  const presentation = useActingPresentation();
  const [form, setForm] = useState(EMPTY_COUPON);
  const { review, outcome } = steps;
  if (outcome.phase === 'done') {
    const { outcome: made } = outcome.answer;
    if (made.kind !== 'change-coupon') return null;
    const title = couponDone(made, presentation);
    return <ChangeDone title={title} answer={outcome.answer} testId="coupon-done" />;
  }
  if (review.phase === 'done') return <CouponReview steps={steps} prepared={review.answer} />;
  return <CouponFields {...{ steps, subscription, coupons, form, onForm: setForm }} />;
}

interface FieldsProps extends StepsProps {
  readonly form: CouponForm;
  readonly onForm: (form: CouponForm) => void;
}

function CouponFields({ steps, subscription, coupons, form, onForm }: FieldsProps) {
  const presentation = useActingPresentation();
  const { coupon } = presentation.texts.acting.changes;
  const { applied, choices, isComplete } = coupons;
  const isMistaken = isCodeMistaken(form);
  const isShownMistaken = isMistaken && form.code !== '';
  const failure = failureOf(steps.review);
  const changeForm = (changed: typeof form): void => {
    onForm(changed);
    if (failure !== null) steps.change();
  };
  return (
    <Flex direction="column" gap="small">
      {appliedTexts(coupons, presentation).map((text) => (
        <LongText key={text} text={text} />
      ))}
      <Select
        name="coupon-choice"
        label={coupon.choice}
        options={[...couponOptions(coupons, presentation)]}
        value={form.choice}
        onChange={(choice) => {
          changeForm({ ...form, choice: String(choice) });
        }}
        testId="coupon-choice"
      />
      {choices.length === 0 && <Text variant="microcopy">{coupon.noChoices}</Text>}
      {!isComplete && <Text variant="microcopy">{coupon.incomplete}</Text>}
      {isByCode(form) && (
        <Input
          name="coupon-code"
          label={coupon.code}
          value={form.code}
          error={isShownMistaken}
          {...(isShownMistaken && { validationMessage: coupon.codeMissing })}
          onInput={(code) => {
            changeForm({ ...form, code });
          }}
          testId="coupon-code"
        />
      )}
      {applied.length > 0 && !isRemoval(form) && <Text variant="microcopy">{coupon.replaces}</Text>}
      <ReviewFooter
        failure={failure}
        waits={waitsForCode(form, presentation)}
        isReading={steps.review.phase === 'running'}
        onReview={() => {
          steps.prepare(askedCouponChange(subscription.id, form));
        }}
        testId="coupon"
      />
    </Flex>
  );
}

interface ReviewProps {
  readonly steps: Changing;
  readonly prepared: BillingPrepared;
}

/** What is applied and removed, and the next invoice with it. */
function CouponReview({ steps, prepared }: ReviewProps) {
  const presentation = useActingPresentation();
  const { preview } = prepared;
  // The answer to another question says nothing about this one.
  if (preview.kind !== 'change-coupon') return null;
  const { coupon, item } = presentation.texts.acting.changes;
  const { subscription, after, next, nextOn } = preview;
  const day = nextOn === null ? '' : dayText(nextOn, presentation);
  const [customer] = subscriptionRow({ ...subscription, periodEnd: null }, presentation).details;
  return (
    <Flex direction="column" gap="small">
      {customer !== undefined && <Text variant="microcopy">{customer}</Text>}
      {couponFacts(preview, presentation).map((fact) => (
        <LongText key={fact} text={fact} />
      ))}
      <Heading>{coupon.next(day)}</Heading>
      <InvoiceTable invoice={next} />
      {takesNothing(preview) && (
        <Alert title={coupon.takesNothing} variant="warning" testId="coupon-takes-nothing" />
      )}
      {dueFacts(preview, presentation).map((fact) => (
        <Text key={fact}>{fact}</Text>
      ))}
      <ConfirmStep
        steps={steps}
        prepared={prepared}
        label={after === null ? coupon.confirmRemove : coupon.confirmApply}
        isDestructive={false}
        back={item.back}
        testId="coupon"
      />
    </Flex>
  );
}

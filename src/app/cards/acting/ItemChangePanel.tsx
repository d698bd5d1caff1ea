import {
  Button,
  Flex,
  Input,
  Panel,
  PanelBody,
  PanelSection,
  Select,
  Text,
} from '@hubspot/ui-extensions';
import type { ListedSubscription } from '@stripe-payments/core';
import { DIFFERENCE_BILLINGS } from '@stripe-payments/core';
import { useState } from 'react';
import { ItemChangeReview } from './ItemChangeReview.tsx';
import type { ChangeableItem } from './item-change.ts';
import {
  askedItemChange,
  billingOf,
  changeableItems,
  isQuantityMistaken,
  itemForm,
  itemLabel,
  unitMistake,
} from './item-change.ts';
import { ReviewFooter } from './ReviewFooter.tsx';
import { ChangeDone } from './TimelineLine.tsx';
import type { Acted, ActedType } from './use-acting.ts';
import { failureOf, useActingPresentation, useActingTexts } from './use-acting.ts';
import type { Changing } from './use-change.ts';
import { useChange } from './use-change.ts';

interface ItemChangeProps {
  readonly objectType: ActedType;
  readonly subscription: ListedSubscription;
  readonly acted: Acted;
}

/** Opens the form for another quantity or price, where an item can have one. */
export function ItemChangeButton(props: ItemChangeProps) {
  const { item } = useActingTexts().changes;
  const [first] = changeableItems(props.subscription);
  if (first === undefined) return null;
  return (
    <Button
      variant="secondary"
      size="xs"
      overlay={<ItemChangePanel {...props} first={first} />}
      testId={`change-item-${props.subscription.id}`}
    >
      {item.button}
    </Button>
  );
}

interface ItemChangePanelProps extends ItemChangeProps {
  readonly first: ChangeableItem;
}

function ItemChangePanel({ objectType, subscription, acted, first }: ItemChangePanelProps) {
  const { item } = useActingTexts().changes;
  const { steps, onOpen, onClose } = useChange(objectType, acted);
  const id = `panel-change-item-${subscription.id}`;
  return (
    <Panel
      id={id}
      title={item.button}
      width="md"
      variant="modal"
      onOpen={() => {
        onOpen(steps.change);
      }}
      onClose={onClose}
      testId={id}
    >
      <PanelBody>
        <PanelSection>
          <ItemChangeSteps steps={steps} subscription={subscription} first={first} />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}

interface StepsProps extends Pick<ItemChangePanelProps, 'subscription' | 'first'> {
  readonly steps: Changing;
}

function ItemChangeSteps({ steps, subscription, first }: StepsProps) {
  const { acting } = useActingPresentation().texts;
  const [form, setForm] = useState(itemForm(first));
  const { review, outcome } = steps;
  if (outcome.phase === 'done') {
    const { changed } = acting.changes.done;
    return <ChangeDone title={changed} answer={outcome.answer} testId="item-done" />;
  }
  if (review.phase === 'done') return <ItemChangeReview steps={steps} prepared={review.answer} />;
  return <ItemChangeForm {...{ steps, subscription, first, form, onForm: setForm }} />;
}

interface FormProps extends StepsProps {
  readonly form: ReturnType<typeof itemForm>;
  readonly onForm: (form: ReturnType<typeof itemForm>) => void;
}

function ItemChangeForm({ steps, subscription, first, form, onForm }: FormProps) {
  const presentation = useActingPresentation();
  const { changes, form: forms } = presentation.texts.acting;
  const { item: labels } = changes;
  const { toCorrect } = forms;
  const items = changeableItems(subscription);
  const item = items.find(({ id }) => id === form.itemId) ?? first;
  const isQuantityWrong = isQuantityMistaken(form);
  const mistake = unitMistake(form, item, presentation);
  const isUnitWrong = mistake !== undefined;
  return (
    <Flex direction="column" gap="small">
      {items.length > 1 ? (
        <Select
          name="item-choice"
          label={labels.item}
          options={items.map((each) => ({
            value: each.id,
            label: itemLabel(each, presentation),
          }))}
          value={item.id}
          onChange={(value) => {
            onForm(itemForm(items.find(({ id }) => id === value) ?? first));
          }}
          testId="item-choice"
        />
      ) : (
        <Text>{itemLabel(item, presentation)}</Text>
      )}
      <Input
        name="item-quantity"
        label={labels.quantity}
        value={form.quantity}
        error={isQuantityWrong}
        {...(isQuantityWrong && { validationMessage: labels.quantityMistaken })}
        onInput={(quantity) => {
          onForm({ ...form, quantity });
        }}
        testId="item-quantity"
      />
      {item.unit !== null && (
        <Input
          name="item-unit"
          label={labels.unit(item.unit.currency.toUpperCase())}
          value={form.unit}
          error={isUnitWrong}
          {...(isUnitWrong && { validationMessage: mistake })}
          onInput={(unit) => {
            onForm({ ...form, unit });
          }}
          testId="item-unit"
        />
      )}
      <Select
        name="item-billing"
        label={labels.billing}
        options={DIFFERENCE_BILLINGS.map((value) => ({ value, label: labels.billings[value] }))}
        value={form.billing}
        onChange={(value) => {
          onForm({ ...form, billing: billingOf(String(value)) });
        }}
        testId="item-billing"
      />
      <ReviewFooter
        failure={failureOf(steps.review)}
        waits={isQuantityWrong || isUnitWrong ? toCorrect : null}
        isReading={steps.review.phase === 'running'}
        onReview={() => {
          steps.prepare(askedItemChange(subscription.id, form, item));
        }}
        testId="item"
      />
    </Flex>
  );
}

import { openCard, openDealCard } from './card-page.tsx';
import { Alert, Button, Flex, Panel } from '@hubspot/ui-extensions';
import type { ObjectType } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { recordViewOf } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import { unsyncedProperties } from '../builders/saved-properties.ts';
import { effects } from './card-page.tsx';
import { parametersOf } from './extension-life.tsx';
import { fire } from './fire.ts';
import { empty } from './link-panel.ts';
import { textsIn } from './texts-in.ts';
import { changeReply, viewOf } from './views.ts';

const shown = (objectType: ObjectType) =>
  objectType === 'deal'
    ? recordViewOf({ charges: [charge({ id: 'ch_1', paymentIntentId: 'pi_1' })] })
    : viewOf(objectType, { charges: [charge({ id: 'ch_1', paymentIntentId: 'pi_1' })] });

test('a payment is removed from its panel after a question, and the card says so', async () => {
  const card = openCard('deal', {
    reads: [readReply(shown('deal')), readReply(empty)],
    links: [changeReply('exclude', 'pi_1')],
  });
  await effects();
  fire(card.findByTestId(Panel, 'panel-ch_1'), 'onOpen', undefined);
  await effects();
  card.findByTestId(Button, 'exclude-ch_1').trigger('onClick');
  expect(parametersOf(card, 'link-payments')).toEqual([]);
  expect(textsIn(card.findByTestId(Panel, 'panel-ch_1')).join(' ')).toContain(
    'Remove this payment from this deal? You can restore it in',
  );
  card.findByTestId(Button, 'exclude-ch_1-confirm').trigger('onClick');
  await effects();
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'exclude', id: 'pi_1' },
  ]);
  const { title } = card.findByTestId(Alert, 'link-done').props;
  expect(title.replaceAll('\u00a0', ' ')).toBe('$20.00, Nov 22, 2026 is removed.');
});

test('a company has no such button: what it has is removed from its deals and contacts', async () => {
  for (const objectType of ['contact', 'company'] as const) {
    const card = openCard(objectType, { reads: [readReply(shown(objectType))] });
    await effects();
    fire(card.findByTestId(Panel, 'panel-ch_1'), 'onOpen', undefined);
    await effects();
    const buttons = card.findAll(Button).map(({ props }) => props.testId);
    expect(buttons.includes('exclude-ch_1')).toBe(objectType === 'contact');
  }
});

test.each([
  ['deal', 'pi_1', '$20.00, Nov 22, 2026'],
  ['contact', 'ch_1', '$20.00, Nov 22, 2026'],
  // Its other payments go with it.
  ['deal', 'sub_1', 'sub_1'],
  ['company', 'pi_1', '$20.00, Nov 22, 2026'],
] as const)(
  'what was assigned to a %s as %s is unassigned in its panel',
  async (objectType, via, name) => {
    const view = shown(objectType);
    const payments = view.payments.map((row) => ({
      ...row,
      reason: { ...row.reason, evidence: 'assigned' as const, via },
    }));
    const card = openCard(objectType, {
      reads: [readReply({ ...view, assignedIds: [via], payments }), readReply(empty)],
      links: [changeReply('unassign', via)],
    });
    await effects();
    fire(card.findByTestId(Panel, 'panel-ch_1'), 'onOpen', undefined);
    await effects();
    card.findByTestId(Button, 'exclude-ch_1').trigger('onClick');
    expect(
      textsIn(card.findByTestId(Panel, 'panel-ch_1')).join(' ').replaceAll('\u00a0', ' '),
    ).toContain(`Unassign ${name}? It then`);
    const confirmed = card.findByTestId(Button, 'exclude-ch_1-confirm');
    expect(confirmed.text).toBe('Unassign payment');
    confirmed.trigger('onClick');
    await effects();
    expect(parametersOf(card, 'link-payments')).toEqual([
      { objectType, action: 'unassign', id: via },
    ]);
    const { title } = card.findByTestId(Alert, 'link-done').props;
    expect(title.replaceAll('\u00a0', ' ')).toBe(`${name} is no longer assigned.`);
  },
);

test('what was assigned to a deal of the company is not unassigned on the company', async () => {
  const view = shown('company');
  const payments = view.payments.map((row) => ({
    ...row,
    reason: { ...row.reason, evidence: 'assigned' as const, via: 'pi_1' },
  }));
  const card = openCard('company', { reads: [readReply({ ...view, payments })] });
  await effects();
  fire(card.findByTestId(Panel, 'panel-ch_1'), 'onOpen', undefined);
  await effects();
  expect(card.findAll(Button).map(({ props }) => props.testId)).not.toContain('exclude-ch_1');
});

test('what was removed is listed under "Match payments" and restored there', async () => {
  const card = openDealCard({
    saved: { ...unsyncedProperties(), stripe_excluded_payment_ids: 'pi_1, pi_2' },
    reads: [readReply(empty)],
    links: [changeReply('restore', 'pi_2')],
  });
  await effects();
  const listed = textsIn(card.findByTestId(Flex, 'excluded-payments'));
  expect(listed).toEqual(['Removed from this record', 'pi_1', 'Restore', 'pi_2', 'Restore']);
  card.findByTestId(Button, 'restore-pi_2').trigger('onClick');
  await effects();
  expect(parametersOf(card, 'link-payments')).toEqual([
    { objectType: 'deal', action: 'restore', id: 'pi_2' },
  ]);
});

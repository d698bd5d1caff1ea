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

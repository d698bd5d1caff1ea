import './card-page.tsx';
import { Alert, Button, Checkbox, Link } from '@hubspot/ui-extensions';
import { textsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { effects } from './card-page.tsx';
import { fire } from './fire.ts';
import { alertText, assign, openPanel, panelText } from './link-panel.ts';
import { parametersOf } from './extension-life.tsx';
import { changeReply } from './views.ts';

const english = textsIn('en');

const claimedBy = { objectType: 'deal', recordId: '77' } as const;

test.each([
  'bad-pasted-id',
  'wrong-mode',
  'unknown-payment',
  'unknown-invoice',
  'too-many-ids',
  'stripe-permission',
  'hubspot-permission',
] as const)(
  'a refusal %s shows beside the button with its next step, and reads nothing',
  async (code) => {
    const error = { code, detail: 'Facts.', requestId: 'req_1' } as const;
    const card = await openPanel({ links: [{ ok: false, error }] });
    await assign(card, 'ch_1');
    const text = alertText(card, 'link-problem');
    expect(text).toContain(english.errors[code].message);
    expect(text).toContain(english.errors[code].nextStep);
    const isForAdmin = code.endsWith('-permission');
    expect(text.includes('Facts.')).toBe(!isForAdmin);
    expect(card.maybeFindByTestId(Button, 'move-here')).toBeNull();
    expect(card.callsOf('get-payments')).toHaveLength(1);
  },
);

test('a payment of another deal shows that deal with a link', async () => {
  const error = { code: 'claimed-by-other-deal', claimedBy } as const;
  const card = await openPanel({ links: [{ ok: false, error }], names: { 77: 'Annual plan' } });
  await assign(card, 'ch_1');
  const link = card.findByTestId(Alert, 'link-problem').find(Link);
  expect(link.text).toBe('Annual plan');
  expect(link.props.href).toEqual({
    url: 'https://app.hubspot.com/contacts/42/record/0-3/77',
    external: true,
  });
  expect(card.maybeFindByTestId(Button, 'move-here')).not.toBeNull();
});

test('"Move here" sends the same request with the deal that is named', async () => {
  const error = { code: 'claimed-in-stripe', claimedBy } as const;
  const card = await openPanel({
    links: [{ ok: false, error }, changeReply('assign', 'ch_1')],
  });
  fire(card.findByTestId(Checkbox, 'also-in-stripe'), 'onChange', true);
  await assign(card, 'ch_1');
  card.findByTestId(Button, 'move-here').trigger('onClick');
  await effects();
  expect(parametersOf(card, 'link-payments')[1]).toEqual({
    objectType: 'deal',
    action: 'assign',
    ids: ['ch_1'],
    alsoInStripe: true,
    moveFrom: ['77'],
  });
  expect(card.maybeFindByTestId(Alert, 'link-problem')).toBeNull();
});

test('an assignment that could not be saved in Stripe still counts, and both are shown', async () => {
  const error = { code: 'stripe-write-permission', detail: 'rak_charge_write' } as const;
  const reply = changeReply('assign', 'ch_1', { stripeCopy: { status: 'failed', error } });
  const card = await openPanel({ links: [reply] });
  await assign(card, 'ch_1');
  expect(card.findByTestId(Alert, 'link-done').props.variant).toBe('success');
  expect(card.findByTestId(Alert, 'copy-problem').props).toMatchObject({
    variant: 'warning',
    title: 'Not saved in Stripe',
  });
  expect(panelText(card)).toContain('rak_charge_write');
});

test.each([undefined, null, {}, { ok: true }, { ok: true, action: 'assign' }, 'killed'])(
  'an answer %j is shown as no answer, and properties are read again',
  async (answer) => {
    const card = await openPanel({ links: [answer] });
    await assign(card, 'ch_1');
    expect(alertText(card, 'link-problem')).toContain("The app didn't respond.");
    expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
  },
);

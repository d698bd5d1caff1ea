import { openCard } from './card-page.tsx';
import { Alert, Button, Input, Panel, SearchInput } from '@hubspot/ui-extensions';
import { recordView } from '../builders/record-view.ts';
import { readReply } from '../builders/replies.ts';
import type { CardOptions, CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { fire } from './fire.ts';
import { textsIn } from './texts-in.ts';

export const empty = recordView([], { linkedCustomerIds: [], customers: [] });
export const unlinked = { stripe_customer_id: '', stripe_payment_ids: '' };

/** The deal's card, with nothing linked and nothing found. */
export async function openPanel(options: CardOptions = {}): Promise<CardPage> {
  const card = openCard('deal', { saved: unlinked, reads: [readReply(empty)], ...options });
  await effects();
  return card;
}

/** Every text of the panel that links customers and assigns payments. */
export const panelTexts = (card: CardPage): readonly string[] => textsIn(card.find(Panel));

export const panelText = (card: CardPage): string => panelTexts(card).join('\n');

export const alertText = (card: CardPage, testId: string): string =>
  textsIn(card.findByTestId(Alert, testId)).join('\n');

/** Types, and clicks the button. */
export async function search(card: CardPage, query: string): Promise<void> {
  fire(card.findByTestId(SearchInput, 'customer-search'), 'onInput', query);
  card.findByTestId(Button, 'search').trigger('onClick');
  await effects();
}

export async function assign(card: CardPage, pasted: string): Promise<void> {
  fire(card.findByTestId(Input, 'assign-id'), 'onInput', pasted);
  card.findByTestId(Button, 'assign').trigger('onClick');
  await effects();
}

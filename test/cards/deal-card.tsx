import type { CardOptions, CardPage } from './card-page.tsx';
import { openCard } from './card-page.tsx';

export { effects, NEVER } from './card-page.tsx';

export type DealCardPage = CardPage;

/** The deal's card on deal 1. */
export function openDealCard(options: CardOptions = {}): DealCardPage {
  return openCard('deal', options);
}

import type { CardPage } from './card-page.tsx';
import { Panel } from '@hubspot/ui-extensions';
import { textsIn } from './texts-in.ts';

/** Every text of the panel that links customers and assigns payments. */
export const panelTexts = (card: CardPage): readonly string[] => textsIn(card.find(Panel));

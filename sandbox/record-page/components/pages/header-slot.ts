import { createContext } from 'react';

/** Where an app page's header is drawn; undefined for a card, which has no such place. */
export const HeaderSlotContext = createContext<HTMLElement | null | undefined>(undefined);

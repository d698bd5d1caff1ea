import type { CardPage } from './card-page.tsx';

/** What a function was called with, call by call. */
export const parametersOf = (card: CardPage, uid: string): readonly unknown[] =>
  card.callsOf(uid).map(({ options }) => (options as { readonly parameters: unknown }).parameters);

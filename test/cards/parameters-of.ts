import type { OpenExtension } from './extension-life.tsx';

/** What a function was called with, call by call. */
export const parametersOf = (
  card: Pick<OpenExtension, 'callsOf'>,
  uid: string,
): readonly unknown[] =>
  card.callsOf(uid).map(({ options }) => (options as { readonly parameters: unknown }).parameters);

import type { SetupPage } from './setup-page.tsx';

interface Sent {
  readonly parameters: { readonly action: string; readonly steps?: readonly string[] };
}

/** What `apply-setup` was asked for, call by call. */
const sentChanges = (page: SetupPage): readonly Sent['parameters'][] =>
  page.callsOf('apply-setup').map(({ options }) => (options as Sent).parameters);

/** The steps of each call that asked for some. */
export const sentSteps = (page: SetupPage): readonly (readonly string[])[] =>
  sentChanges(page).flatMap(({ action, steps }) =>
    action === 'apply' && steps !== undefined ? [steps] : [],
  );

import { effects, openPage } from './setup-page.tsx';
import type { PageState } from './every-state.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';

/** The page in that state, everything that is due having arrived. */
export async function openState(
  { options, act }: PageState,
  reader: PageOptions = {},
): Promise<SetupPage> {
  const page = openPage({ ...options, ...reader });
  await effects();
  await act?.(page);
  await effects();
  return page;
}

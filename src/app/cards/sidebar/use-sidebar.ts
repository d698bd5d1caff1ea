import { useExtensionContext } from '@hubspot/ui-extensions';
import { ageText, objectTypeOf } from '@stripe-payments/core';
import { useFigurePresentation, useNowMs } from '@stripe-payments/ui';
import { useSavedRecord } from '../record/use-saved-record.ts';
import type { Sync } from '../sync/use-sync.ts';
import { useSync } from '../sync/use-sync.ts';
import type { SidebarState } from './sidebar-state.ts';
import { sidebarState } from './sidebar-state.ts';

/** The sidebar, ready to print. */
export interface Sidebar {
  readonly state: SidebarState;
  /** How old the figures are, in words; null where there are none. */
  readonly asOf: string | null;
  readonly sync: Sync;
}

const ignoreView = (): void => undefined;

/** The view of a sync is not shown here: what it wrote comes back as properties. */
const expectNoView = () => ignoreView;

export function useSidebar(): Sidebar {
  const viewing = { presentation: useFigurePresentation(), nowMs: useNowMs() };
  const { crm } = useExtensionContext<'crm.record.sidebar'>();
  const saved = useSavedRecord();
  const { customerIds, paymentIds, excludedIds, syncedAtMs } = saved;
  const objectType = objectTypeOf(crm.objectTypeId);
  const sync = useSync(objectType, `${customerIds}|${paymentIds}|${excludedIds}`, expectNoView);
  const { presentation, nowMs } = viewing;
  const texts = presentation.texts.card.header;
  return {
    state: sidebarState(saved, objectType !== undefined, viewing, sync.state.phase === 'failed'),
    asOf:
      syncedAtMs === undefined
        ? null
        : texts.savedAsOf(ageText(nowMs - syncedAtMs, presentation.language)),
    sync,
  };
}

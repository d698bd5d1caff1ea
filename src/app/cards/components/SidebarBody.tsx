import { Flex, Text } from '@hubspot/ui-extensions';
import type { Sidebar } from '../hooks/use-sidebar.ts';
import { SyncButton } from './CardHeader.tsx';
import { SidebarFigures } from './SidebarFigures.tsx';
import { SyncResult } from './SyncResult.tsx';

/** What the last sync saved, in a narrow column, and the button that renews it. */
export function SidebarBody({ sidebar }: { readonly sidebar: Sidebar }) {
  const { state, asOf, sync } = sidebar;
  return (
    <Flex direction="column" gap="small">
      <SidebarFigures state={state} />
      {asOf !== null && <Text variant="microcopy">{asOf}</Text>}
      <SyncResult state={sync.state} />
      <SyncButton sync={sync} />
    </Flex>
  );
}

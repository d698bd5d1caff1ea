import { useState } from 'react';
import type { BulkActionDescription } from '../api/wire.ts';
import { Dialog } from '../components/dialogs.tsx';
import { useActionSession } from '../extension-host/action-session.ts';
import { ExtensionBody } from '../extension-host/ExtensionFrame.tsx';
import type { BulkActionContext } from '../extension-host/protocol.ts';

interface ActionPanelProps {
  readonly action: BulkActionDescription;
  readonly selected: BulkActionContext['crm'];
  readonly onClose: () => void;
}

/** A bulk action in HubSpot's panel: its label, and below it what the action draws. */
function ActionPanel({ action, selected, onClose }: ActionPanelProps) {
  const [state, onDrawingFailed] = useActionSession(action, selected);
  return (
    <Dialog title={action.label} className="panel" testId="bulk-action" onClose={onClose}>
      <div className="dialog-body" data-action-status={state.status}>
        <ExtensionBody kind="action" {...{ state, onDrawingFailed }} />
      </div>
    </Dialog>
  );
}

interface Opened {
  readonly action: BulkActionDescription;
  readonly selected: BulkActionContext['crm'];
}

interface BulkActionsProps {
  readonly actions: readonly BulkActionDescription[];
  readonly objectTypeId: string;
  readonly selectedIds: readonly string[];
  readonly onClear: () => void;
}

/** What can be done with the selected records of a list, as HubSpot shows it above them. */
export function BulkActions({ actions, objectTypeId, selectedIds, onClear }: BulkActionsProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = (action: BulkActionDescription): void => {
    setOpened({ action, selected: { objectTypeId, objectIds: selectedIds.map(Number) } });
  };
  return (
    <div className="bulk-bar" data-testid="bulk-bar">
      <span aria-live="polite">{selectedIds.length} selected</span>
      {actions.map((action) => (
        <button
          key={action.uid}
          type="button"
          className="button button-secondary button-sm"
          onClick={() => {
            open(action);
          }}
        >
          {action.label}
        </button>
      ))}
      <button type="button" className="button button-transparent button-sm" onClick={onClear}>
        Clear selection
      </button>
      {opened !== null && (
        <ActionPanel
          {...opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}

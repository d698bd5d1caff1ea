import type { AccountPart } from '../../drawers.ts';
import { actOnAccount, readAccountSide } from '../api/client.ts';
import { Glyph } from '../components/icons.tsx';
import { useLoaded } from '../state/store.ts';
import { Drawer, useActionLog } from './Drawer.tsx';

interface PartProps {
  readonly part: AccountPart;
  readonly isBusy: boolean;
  readonly onAct: (actionId: string) => void;
}

function Part({ part, isBusy, onAct }: PartProps) {
  const { id, title, state, actions } = part;
  return (
    <section data-testid={`account-side-${id}`}>
      <h3>{title}</h3>
      <p className="part-state">
        Now: <strong data-testid={`account-side-${id}-state`}>{state}</strong>
      </p>
      <ul className="part-actions">
        {actions.map((action) => (
          <li key={action.id}>
            <button
              type="button"
              aria-pressed={action.isCurrent}
              disabled={isBusy}
              data-testid={`account-side-${id}-${action.id}`}
              onClick={() => {
                onAct(action.id);
              }}
            >
              <span>{action.label}</span>
              {action.isCurrent && <Glyph name="success" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The settings that an admin of the two built-in accounts can change. */
export function AccountSide({ onClose }: { readonly onClose: () => void }) {
  const [parts, reload] = useLoaded(readAccountSide);
  const { log, isBusy, run } = useActionLog(reload);
  return (
    <Drawer id="account-side" title="Account side" onReload={reload} {...{ log, onClose }}>
      <p>Change the accounts as an admin would, then check the setup again.</p>
      {parts.status === 'loading' && <p aria-busy="true">Loading…</p>}
      {parts.status === 'failed' && <p role="alert">{parts.message}</p>}
      {parts.status === 'ready' &&
        parts.value.map((part) => (
          <Part
            key={part.id}
            {...{ part, isBusy }}
            onAct={(actionId) => {
              run(actOnAccount(part.id, actionId));
            }}
          />
        ))}
    </Drawer>
  );
}

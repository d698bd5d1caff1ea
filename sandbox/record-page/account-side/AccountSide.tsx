import type { AccountSidePart } from '../api/account-side-wire.ts';
import { actOnAccount, readAccountSide } from '../api/client.ts';
import { Glyph } from '../components/Glyph.tsx';
import { useLoaded } from '../page/use-loaded.ts';
import { SideDrawer } from '../side-drawer/SideDrawer.tsx';
import { useActionLog } from '../side-drawer/use-action-log.ts';

interface PartProps {
  readonly part: AccountSidePart;
  readonly isBusy: boolean;
  readonly onAct: (actionId: string) => void;
}

function Part({ part, isBusy, onAct }: PartProps) {
  const { id, title, state, actions } = part;
  return (
    <section data-testid={`account-side-${id}`}>
      <h3>{title}</h3>
      <p className="side-state">
        Now: <strong data-testid={`account-side-${id}-state`}>{state}</strong>
      </p>
      <ul className="side-actions">
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

interface AccountSideProps {
  readonly onClose: () => void;
}

/** What an admin of the two accounts decides, by hand. */
export function AccountSide({ onClose }: AccountSideProps) {
  const [parts, reload] = useLoaded(readAccountSide);
  const { log, isBusy, run } = useActionLog(reload);
  return (
    <SideDrawer id="account-side" title="Account side" {...{ log, onClose }} onReload={reload}>
      <p>Bring the accounts into a state that an admin may meet, then check the setup again.</p>
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
    </SideDrawer>
  );
}

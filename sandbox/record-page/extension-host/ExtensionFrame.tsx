import { RemoteRenderer } from '@remote-ui/react/host';
import type { CardDescription } from '../api/wire.ts';
import { remoteController } from '../components/mapping.tsx';
import { OverlayStoreContext } from '../components/overlays.tsx';
import { Spinner } from '../components/states.tsx';
import { RecordContext } from '../state/page-context.ts';
import type { RecordStore } from '../state/record-store.ts';
import { useCardSession } from './card-session.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import type { SessionState } from './session.ts';

interface ExtensionBodyProps {
  readonly kind: 'action' | 'card' | 'page';
  readonly state: SessionState;
  readonly onDrawingFailed: (message: string) => void;
}

/** What the extension draws, or why it does not. */
export function ExtensionBody({ kind, state, onDrawingFailed }: ExtensionBodyProps) {
  if (state.status === 'starting') {
    return (
      <p className="card-starting" aria-busy="true">
        <Spinner /> Loading the {kind}…
      </p>
    );
  }
  if (state.status === 'crashed') {
    return (
      <div role="alert" className="card-crash">
        <strong>This {kind} could not be displayed</strong>
        <pre>{state.message}</pre>
      </div>
    );
  }
  const { receiver, overlays } = state.session;
  return (
    <OverlayStoreContext.Provider value={overlays}>
      <CrashBoundary onCrash={onDrawingFailed}>
        <RemoteRenderer receiver={receiver} controller={remoteController} />
      </CrashBoundary>
    </OverlayStoreContext.Provider>
  );
}

interface CardFrameProps {
  readonly card: CardDescription;
  readonly record: RecordStore;
  readonly objectTypeId: string;
}

/** One card as HubSpot frames it: its name, and below it what the card draws. */
export function CardFrame({ card, record, objectTypeId }: CardFrameProps) {
  const [state, onDrawingFailed] = useCardSession(card, record, objectTypeId);
  return (
    <section
      className="frame card-frame"
      data-testid={`card-${card.uid}`}
      data-card-status={state.status}
      aria-label={card.name}
    >
      <h2 className="frame-title">{card.name}</h2>
      <div className="card-body">
        <RecordContext.Provider value={record}>
          <ExtensionBody kind="card" {...{ state, onDrawingFailed }} />
        </RecordContext.Provider>
      </div>
    </section>
  );
}

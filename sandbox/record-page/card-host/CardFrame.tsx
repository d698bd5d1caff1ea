import { RemoteRenderer } from '@remote-ui/react/host';
import type { CardDescription } from '../api/wire.ts';
import { Spinner } from '../components/LoadingSpinner.tsx';
import { OverlayStoreContext } from '../components/Overlay.tsx';
import type { RecordStore } from '../records/record-store.ts';
import { DrawingBoundary } from './DrawingBoundary.tsx';
import { remoteController } from './remote-controller.tsx';
import { useCardSession } from './use-card-session.ts';
import type { CardSessionState } from './use-card-session.ts';

interface CardFrameProps {
  readonly card: CardDescription;
  readonly record: RecordStore;
  readonly objectTypeId: string;
}

interface CardBodyProps {
  readonly state: CardSessionState;
  readonly onDrawingFailed: (message: string) => void;
}

function CardBody({ state, onDrawingFailed }: CardBodyProps) {
  if (state.status === 'starting') {
    return (
      <p className="card-starting" aria-busy="true">
        <Spinner /> Loading the card…
      </p>
    );
  }
  if (state.status === 'crashed') {
    return (
      <div role="alert" className="card-crash">
        <strong>This card could not be displayed</strong>
        <pre>{state.message}</pre>
      </div>
    );
  }
  const { receiver, overlays } = state.session;
  return (
    <OverlayStoreContext.Provider value={overlays}>
      <DrawingBoundary onFailed={onDrawingFailed}>
        <RemoteRenderer receiver={receiver} controller={remoteController} />
      </DrawingBoundary>
    </OverlayStoreContext.Provider>
  );
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
        <CardBody {...{ state, onDrawingFailed }} />
      </div>
    </section>
  );
}

import { RemoteRenderer } from '@remote-ui/react/host';
import { Spinner } from '../components/LoadingSpinner.tsx';
import { OverlayStoreContext } from '../components/Overlay.tsx';
import { DrawingBoundary } from './DrawingBoundary.tsx';
import { remoteController } from './remote-controller.tsx';
import type { SessionState } from './use-session.ts';

interface ExtensionBodyProps {
  /** What it is, in the middle of a sentence: `card`. */
  readonly kind: 'card' | 'page';
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
      <DrawingBoundary onFailed={onDrawingFailed}>
        <RemoteRenderer receiver={receiver} controller={remoteController} />
      </DrawingBoundary>
    </OverlayStoreContext.Provider>
  );
}

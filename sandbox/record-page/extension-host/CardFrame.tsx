import type { CardDescription } from '../api/wire.ts';
import type { RecordStore } from '../records/record-store.ts';
import { ExtensionBody } from './ExtensionBody.tsx';
import { useCardSession } from './use-card-session.ts';

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
        <ExtensionBody kind="card" {...{ state, onDrawingFailed }} />
      </div>
    </section>
  );
}

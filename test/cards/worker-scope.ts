import type { ReactNode } from 'react';

/** A function call as the card made it. */
export interface FunctionCall {
  readonly uid: string;
  readonly options: unknown;
}

type Answer = (call: FunctionCall) => Promise<unknown>;

/** In the order in which the cards' files were imported. */
const renderCards: (() => ReactNode)[] = [];
let answer: Answer | undefined;

/** Says who answers the card's function calls from now on. */
export function answerCalls(next: Answer): void {
  answer = next;
}

export function cardNode(index: number): ReactNode {
  const renderCard = renderCards[index];
  if (renderCard === undefined) {
    throw new Error(
      'No card: a test imports card-page.tsx before the SDK, which looks for its worker.',
    );
  }
  return renderCard();
}

/** What HubSpot's worker gives a card. The SDK reads it once, when it is first imported. */
const workerScope = {
  __HUBSPOT_EXTENSION_WORKER__: true,
  extend_V2: (render: () => ReactNode): void => {
    renderCards.push(render);
  },
  serverless: (uid: string, options: unknown): Promise<unknown> =>
    answer === undefined ? Promise.reject(new Error('Nobody answers.')) : answer({ uid, options }),
};

Object.assign(globalThis, { self: workerScope });

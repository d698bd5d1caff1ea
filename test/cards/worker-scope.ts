import type { ReactNode } from 'react';

/** A function call as a card or page made it. */
export interface FunctionCall {
  readonly uid: string;
  readonly options: unknown;
}

type Answer = (call: FunctionCall) => Promise<unknown>;

/** In the order in which the files of cards and pages were imported. */
const renderExtensions: (() => ReactNode)[] = [];
let answer: Answer | undefined;

/** Says who answers function calls from now on. */
export function answerCalls(next: Answer): void {
  answer = next;
}

export function extensionNode(index: number): ReactNode {
  const render = renderExtensions[index];
  if (render === undefined) {
    throw new Error(
      'No extension: a test imports card-page.tsx or setup-page.tsx before the SDK, which looks for its worker.',
    );
  }
  return render();
}

/** What HubSpot's worker gives a card or page. The SDK reads it once, when it is first imported. */
const workerScope = {
  __HUBSPOT_EXTENSION_WORKER__: true,
  extend_V2: (render: () => ReactNode): void => {
    renderExtensions.push(render);
  },
  serverless: (uid: string, options: unknown): Promise<unknown> =>
    answer === undefined ? Promise.reject(new Error('Nobody answers.')) : answer({ uid, options }),
};

Object.assign(globalThis, { self: workerScope });

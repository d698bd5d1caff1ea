import type { CrmSearchResponse, FetchCrmSearchRequest } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** A function call as a card or page made it. */
export interface FunctionCall {
  readonly uid: string;
  readonly options: unknown;
}

type Answer = (call: FunctionCall) => Promise<unknown>;

/** What HubSpot's search answers: its records, or what went wrong. */
type Search = (request: FetchCrmSearchRequest) => Promise<CrmSearchResponse | Error>;

/** In the order in which the files of cards and pages were imported. */
const renderExtensions: (() => ReactNode)[] = [];
let answer: Answer | undefined;
let search: Search | undefined;

/** Says who answers function calls from now on. */
export function answerCalls(next: Answer): void {
  answer = next;
}

/**
 * Says who answers searches in HubSpot from now on. The kit's own mock of `useCrmSearch` is never asked
 * (0.17.0), so the hook itself runs and asks its worker.
 */
export function answerSearches(next: Search): void {
  search = next;
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

async function fetchCrmSearch(request: FetchCrmSearchRequest): Promise<unknown> {
  if (search === undefined) throw new Error('There is no search.');
  const found = await search(request);
  const answered = found instanceof Error ? { error: found.message } : { data: found };
  return { json: () => Promise.resolve(answered) };
}

/** What HubSpot's worker gives a card or page. The SDK reads it once, when it is first imported. */
const workerScope = {
  __HUBSPOT_EXTENSION_WORKER__: true,
  extend_V2: (render: () => ReactNode): void => {
    renderExtensions.push(render);
  },
  hsWorkerAPI: { fetchCrmSearch },
  serverless: (uid: string, options: unknown): Promise<unknown> =>
    answer === undefined
      ? Promise.reject(new Error('There is no answer.'))
      : answer({ uid, options }),
};

Object.assign(globalThis, { self: workerScope });

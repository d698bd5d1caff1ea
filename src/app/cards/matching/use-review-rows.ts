import type { RecordView } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { getPayments, useCall } from '@stripe-payments/ui';
import { useState } from 'react';
import { continuedView } from '../sync/continued-view.ts';

/** What to send for the next rows of each part of the reading. */
type Rest = Extract<RecordView['notes'][number], { readonly kind: 'review-omitted' }>['rest'];

interface Read {
  readonly view: RecordView;
}

interface ReviewRows {
  readonly rows: RecordView['needsReview'];
  readonly rest: Rest;
  readonly state: CallState<Rest[number], Read>;
  readonly showMore: () => void;
}

const restOf = ({ notes }: RecordView): Rest =>
  notes.flatMap((note) => (note.kind === 'review-omitted' ? note.rest : []));

/** The payments to review of a view, and those that did not fit into it, on request. A new view begins anew. */
export function useReviewRows(view: RecordView): ReviewRows {
  const [more, setMore] = useState({ of: view, view, rest: restOf(view) });
  const { view: all, rest } = more.of === view ? more : { view, rest: restOf(view) };
  const { objectType } = view;
  const { state, run } = useCall<Rest[number], Read>({
    whileRunning: 'ignore',
    send: ({ reviewAfter, continuation }) =>
      getPayments({ objectType, reviewAfter, ...(continuation !== null && { continuation }) }),
    onEnd: (reply) => {
      if (!reply.ok) return;
      const next = [...rest.slice(1), ...restOf(reply.view)];
      setMore({ of: view, view: continuedView(all, reply.view), rest: next });
    },
  });
  const [first] = rest;
  return {
    rows: all.needsReview,
    rest,
    state,
    showMore: () => {
      if (first !== undefined) run(first);
    },
  };
}

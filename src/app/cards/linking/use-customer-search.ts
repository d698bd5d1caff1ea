import type { FoundCustomer, ObjectType } from '@stripe-payments/core';
import { isSearchable, parsePastedId } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { linkPayments, useCall } from '@stripe-payments/ui';
import { useRef, useState } from 'react';

export interface CustomerSearch {
  readonly query: string;
  /** True for a text that was not searched for; false while it is typed. */
  readonly isRefused: boolean;
  readonly state: CallState<string, { readonly customers: readonly FoundCustomer[] }>;
  readonly type: (query: string) => void;
  /** A search that is running, or was just answered, is not repeated. */
  readonly search: (query: string) => void;
  /** Searches for what was typed last, also where that is not drawn yet. */
  readonly searchTyped: () => void;
  readonly reset: () => void;
}

/** The id of a payment, invoice, subscription or checkout: nothing is searched for it. */
export function paymentIdIn(text: string): string | undefined {
  const pasted = parsePastedId(text);
  return pasted?.kind === 'customer' ? undefined : pasted?.id;
}

export function useCustomerSearch(objectType: ObjectType): CustomerSearch {
  const [query, setQuery] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const asked = useRef('');
  const typed = useRef('');
  const { state, run, reset } = useCall<string, { readonly customers: readonly FoundCustomer[] }>({
    whileRunning: 'replace',
    send: async (wanted) => {
      const reply = await linkPayments({ objectType, action: 'search', query: wanted });
      if (!reply.ok || reply.action === 'search') return reply;
      // The answer to another question says nothing about this one.
      return { ok: false, error: { code: 'no-answer' } };
    },
    onEnd: (reply) => {
      if (!reply.ok) asked.current = '';
    },
  });

  const type = (text: string): void => {
    typed.current = text;
    setQuery(text);
    setIsRefused(false);
  };

  const search = (text: string): void => {
    const wanted = text.trim();
    type(text);
    const isOut = wanted !== '' && !isSearchable(wanted);
    setIsRefused(isOut);
    if (wanted === asked.current) return;
    asked.current = wanted;
    if (wanted === '' || isOut || paymentIdIn(wanted) !== undefined) reset();
    else run(wanted);
  };

  return {
    query,
    isRefused,
    state,
    type,
    search,
    reset: () => {
      asked.current = '';
      type('');
      reset();
    },
    searchTyped: () => {
      search(typed.current);
    },
  };
}

import type { Failure, FoundCustomer, ObjectType } from '@stripe-payments/core';
import { useCallback, useRef, useState } from 'react';
import { linkPayments } from '../api.ts';

export type SearchState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'searching' }
  | {
      readonly phase: 'found';
      readonly query: string;
      readonly customers: readonly FoundCustomer[];
    }
  | { readonly phase: 'failed'; readonly error: Failure };

export interface CustomerSearch {
  readonly query: string;
  readonly state: SearchState;
  readonly type: (query: string) => void;
  /** A search that is running, or was just answered, is not repeated. */
  readonly search: (query: string) => void;
  /** Searches for what was typed last, also where that is not drawn yet. */
  readonly searchTyped: () => void;
}

export function useCustomerSearch(objectType: ObjectType): CustomerSearch {
  const [query, setQuery] = useState('');
  const [state, setState] = useState<SearchState>({ phase: 'idle' });
  const asked = useRef('');
  const typed = useRef('');

  const type = useCallback((text: string) => {
    typed.current = text;
    setQuery(text);
  }, []);

  const search = useCallback(
    (text: string) => {
      const wanted = text.trim();
      type(text);
      if (wanted === asked.current) return;
      asked.current = wanted;
      if (wanted === '') {
        setState({ phase: 'idle' });
        return;
      }
      setState({ phase: 'searching' });
      void linkPayments({ objectType, action: 'search', query: wanted }).then((reply) => {
        // Something else was asked since.
        if (asked.current !== wanted) return;
        if (reply.ok && reply.action === 'search') {
          setState({ phase: 'found', query: wanted, customers: reply.customers });
          return;
        }
        asked.current = '';
        if (!reply.ok) setState({ phase: 'failed', error: reply.error });
      });
    },
    [objectType, type],
  );

  const searchTyped = useCallback(() => {
    search(typed.current);
  }, [search]);

  return { query, state, type, search, searchTyped };
}

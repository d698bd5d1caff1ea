import type { LinkPaymentsReply, ObjectType } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { linkPayments, useCall } from '@stripe-payments/ui';
import { useCallback, useRef, useState } from 'react';
import type { LinkSection } from './use-link-change.ts';

interface ListedCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Where the user asked for them: there they are listed. */
  readonly section: LinkSection;
}

/** Whose payments are listed: the record's people where it is null. */
type Listed = ListedCustomer | null;

type Answer = Extract<LinkPaymentsReply, { readonly ok: true; readonly action: 'payments' }>;

/** The payments that a person can assign, and those that they have selected. */
export interface PaymentChoice {
  readonly state: CallState<Listed, Answer>;
  readonly selected: readonly string[];
  readonly select: (id: string, isSelected: boolean) => void;
  readonly list: (listed: Listed) => void;
  /** Lists the same again, where anything is listed: something may count elsewhere now. */
  readonly refresh: () => void;
  readonly reset: () => void;
}

const NONE: readonly string[] = [];

export function usePaymentChoice(objectType: ObjectType): PaymentChoice {
  const [selected, setSelected] = useState(NONE);
  const listed = useRef<Listed | undefined>(undefined);
  const { state, run, reset } = useCall<Listed, Answer>({
    whileRunning: 'replace',
    send: async (wanted) => {
      const of = wanted === null ? {} : { customerId: wanted.customerId };
      const reply = await linkPayments({ objectType, action: 'payments', ...of });
      if (!reply.ok || reply.action === 'payments') return reply;
      // The answer to another question says nothing about this one.
      return { ok: false, error: { code: 'no-answer' } };
    },
  });
  const list = useCallback(
    (wanted: Listed) => {
      listed.current = wanted;
      setSelected(NONE);
      run(wanted);
    },
    [run],
  );
  return {
    state,
    selected,
    select: (id, isSelected) => {
      setSelected((before) => {
        const others = before.filter((each) => each !== id);
        return isSelected ? [...others, id] : others;
      });
    },
    list,
    refresh: useCallback(() => {
      if (listed.current !== undefined) list(listed.current);
    }, [list]),
    reset: useCallback(() => {
      listed.current = undefined;
      setSelected(NONE);
      reset();
    }, [reset]),
  };
}

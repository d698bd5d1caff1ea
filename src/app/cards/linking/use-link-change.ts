import { useExtensionActions } from '@hubspot/ui-extensions';
import type {
  LinkPaymentsParameters,
  LinkPaymentsReply,
  ObjectType,
  PropertyChange,
} from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { linkPayments, useCall } from '@stripe-payments/ui';

type WithoutType<T> = T extends unknown ? Omit<T, 'objectType'> : never;

type AnyAction = WithoutType<LinkPaymentsParameters>;

/** One change of what a record's payments are. */
type LinkChange = Exclude<AnyAction, { readonly action: 'search' }>;

/** Where on the card a change was requested: its outcome is shown there. */
export type LinkSection = 'customers' | 'payments' | 'needs-review';

interface LinkRequest {
  readonly section: LinkSection;
  readonly change: LinkChange;
}

export type LinkDone = Exclude<
  Extract<LinkPaymentsReply, { readonly ok: true }>,
  { readonly action: 'search' }
>;

export interface LinkChanges {
  readonly state: CallState<LinkRequest, LinkDone>;
  readonly isRunning: boolean;
  /** Makes one change; while one is running, another is not begun. */
  readonly request: (section: LinkSection, change: LinkChange) => void;
}

/** @param onChanged called with what was written on the record, where anything was. */
export function useLinkChange(
  objectType: ObjectType,
  onChanged: (changes: readonly PropertyChange[]) => void,
): LinkChanges {
  const { refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
  const { state, run } = useCall<LinkRequest, LinkDone>({
    whileRunning: 'ignore',
    send: async ({ change }) => {
      const reply = await linkPayments({ objectType, ...change });
      // The answer to another question says nothing about this one.
      if (reply.ok && reply.action === 'search') return { ok: false, error: { code: 'no-answer' } };
      return reply;
    },
    onEnd: (reply) => {
      // Also after a failure: a write may have happened.
      refreshObjectProperties();
      if (reply.ok) onChanged(reply.changes);
    },
  });
  return {
    state,
    isRunning: state.phase === 'running',
    request: (section, change) => {
      run({ section, change });
    },
  };
}

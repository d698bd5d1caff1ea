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
type LinkChange = Exclude<AnyAction, { readonly action: 'search' | 'payments' }>;

/** Where on the card a change was requested: its outcome is shown there. */
export type LinkSection = 'customers' | 'choice' | 'payments' | 'needs-review' | 'moved';

interface LinkRequest {
  readonly section: LinkSection;
  readonly change: LinkChange;
  /** What it is about, by the name that the person saw. */
  readonly name: string;
}

export type LinkDone = Exclude<
  Extract<LinkPaymentsReply, { readonly ok: true }>,
  { readonly action: 'search' | 'payments' }
>;

export interface LinkChanges {
  readonly state: CallState<LinkRequest, LinkDone>;
  readonly isRunning: boolean;
  /** Makes one change; while one is running, another is not begun. */
  readonly request: (section: LinkSection, change: LinkChange, name: string) => void;
  /** Forgets an outcome that was seen. */
  readonly reset: () => void;
}

/** HubSpot's search may be far behind; the same call again waits for it. */
const MAX_CALLS = 6;

/** @param onChanged called with what was written on the record, where anything was. */
export function useLinkChange(
  objectType: ObjectType,
  onChanged: (changes: readonly PropertyChange[]) => void,
): LinkChanges {
  const { refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
  const { state, run, reset } = useCall<LinkRequest, LinkDone>({
    whileRunning: 'ignore',
    send: async ({ change }) => {
      for (let call = 1; call <= MAX_CALLS; call += 1) {
        const reply = await linkPayments({ objectType, ...change });
        if (!reply.ok) return reply;
        // The answer to another question says nothing about this one.
        if (!('isSettled' in reply)) return { ok: false, error: { code: 'no-answer' } };
        if (reply.isSettled) return reply;
      }
      return { ok: false, error: { code: 'claims-unchecked' } };
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
    request: (section, change, name) => {
      run({ section, change, name });
    },
    reset: () => {
      if (state.phase !== 'running') reset();
    },
  };
}

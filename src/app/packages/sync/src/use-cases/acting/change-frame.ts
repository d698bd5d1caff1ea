import type { BillingDone, BillingPrepared, ChangePreview, Confirmed } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { ReadRecord } from './acted-record.ts';
import type { ActingPorts } from './acting-ports.ts';
import type { Approval, Consent } from './confirmed.ts';
import {
  checkDigest,
  clearConfirmation,
  confirmationAsked,
  consentTo,
  digestOf,
  editsOfConfirmation,
} from './confirmed.ts';
import type { Acted } from './timeline.ts';

export type ChangeDone = Omit<BillingDone, 'line'>;

/** What would be done. */
export interface Plan {
  readonly preview: ChangePreview;
  /** All that was shown: exactly this is done, or nothing. */
  readonly content: string;
  /** Null where no named person is needed. */
  readonly confirmed: Confirmed | null;
}

/** What became of it, and whether the same again finds it done without the text in HubSpot. */
interface Outcome {
  readonly acted: Acted<ChangeDone>;
  readonly isOver: boolean;
}

/** One change of what exists at Stripe. Every method throws only `SyncError`. */
export interface Change<State extends { readonly read: ReadRecord }, P extends Plan> {
  readonly needsPerson: boolean;
  /** What there is now. */
  readonly read: () => Promise<State>;
  /** What the same confirmation has done before; undefined where it has not. */
  readonly doneBefore: (
    state: State,
    approval: Approval,
  ) => Acted<ChangeDone> | undefined | Promise<Acted<ChangeDone> | undefined>;
  /** @param approval of what was shown. @throws {SyncError} where it is refused. */
  readonly plan: (state: State, approval?: Approval) => P | Promise<P>;
  readonly act: (
    state: State,
    plan: P,
    consent: Consent | null,
    approval: Approval,
  ) => Promise<Outcome>;
}

/** @throws {SyncError} `confirmation-missing`, where a change was planned without a person. */
export function namedPerson(consent: Consent | null): Consent {
  if (consent === null) throw new SyncError('confirmation-missing');
  return consent;
}

/** A change in its two steps. */
export interface ChangeSteps {
  /** What exactly would be done. Nothing is written. */
  readonly prepare: () => Promise<BillingPrepared>;
  /** Does what was shown, once, with the person who confirmed it where one is needed. */
  readonly confirm: (approval: Approval) => Promise<Acted<ChangeDone>>;
}

export const changeSteps = <State extends { readonly read: ReadRecord }, P extends Plan>(
  ports: ActingPorts,
  viewed: ViewedRecord,
  change: Change<State, P>,
): ChangeSteps => ({
  prepare: async () => {
    const { preview, content, confirmed } = await change.plan(await change.read());
    return {
      step: 'prepared',
      preview,
      digest: digestOf(ports, content),
      confirmation: confirmed === null ? null : confirmationAsked(ports, confirmed),
    };
  },
  confirm: async (approval) => {
    const [state, edits] = await Promise.all([
      change.read(),
      change.needsPerson ? editsOfConfirmation(ports, viewed) : [],
    ]);
    const { confirmationValue: value } = state.read;
    const before = await change.doneBefore(state, approval);
    if (before !== undefined) {
      await clearConfirmation(ports, viewed, value, approval);
      return before;
    }
    const plan = await change.plan(state, approval);
    checkDigest(ports, plan.content, approval);
    const { confirmed } = plan;
    const consent =
      confirmed === null ? null : consentTo(ports, confirmed, approval, { edits, value });
    const { acted, isOver } = await change.act(state, plan, consent, approval);
    if (isOver) await clearConfirmation(ports, viewed, value, approval);
    return acted;
  },
});

import type { ActionsChecked, ActionKind, Confirmed, Rehearsed } from '@stripe-payments/core';
import {
  actionContent,
  checkConfirmation,
  confirmationText,
  PROBED_PERMISSIONS,
  validUntilMs,
  windowOf,
} from '@stripe-payments/core';
import type { Probe } from '../setup/setup-ports.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { readActedRecord } from './acted-record.ts';
import type { ActingPorts, TryWrite } from './acting-ports.ts';
import { clearConfirmation, editsOfConfirmation } from './confirmed.ts';

/**
 * A confirmation of nothing: the text to enter, and what HubSpot says of the version that is there. By this an
 * admin learns whether the account's history names users.
 * @throws {SyncError} `not-set-up` without the property; the read's codes.
 */
export async function rehearse(ports: ActingPorts, viewed: ViewedRecord): Promise<Rehearsed> {
  const { clock, sign } = ports;
  const [{ acted, confirmationValue }, edits] = await Promise.all([
    readActedRecord(ports, viewed),
    editsOfConfirmation(ports, viewed),
  ]);
  const nowMs = clock.nowMs();
  const window = windowOf(nowMs);
  const content = actionContent(acted, 'rehearsal', {});
  const confirmed: Confirmed = { action: 'TEST', amount: null, content };
  const [newest] = edits.toSorted((left, right) => right.writtenAtMs - left.writtenAtMs);
  const text = confirmationText(confirmed, window, sign);
  const value = newest?.value.trim() ?? '';
  const check = checkConfirmation(value, confirmed, edits, { nowMs, sign });
  const isText = check.status === 'accepted' || check.status === 'not-by-user';
  if (check.status === 'accepted') {
    await clearConfirmation(ports, viewed, confirmationValue, { digest: '', confirmation: value });
  }
  return {
    step: 'rehearsed',
    text,
    validUntilMs: validUntilMs(window),
    found:
      newest === undefined || !isText
        ? null
        : { sourceType: newest.sourceType, userId: newest.updatedByUserId },
    isAccepted: check.status === 'accepted',
  };
}

/** What the key may do, by calls that can create nothing, for each kind that is on. */
export async function checkActions(
  kinds: readonly ActionKind[],
  tryWrite: TryWrite,
): Promise<ActionsChecked> {
  const all = [...new Set(kinds.flatMap((kind) => PROBED_PERMISSIONS[kind]))];
  const probes = new Map(
    await Promise.all(all.map(async (each) => [each, await tryWrite(each)] as const)),
  );
  const having = (kind: ActionKind, status: Probe['status']) =>
    PROBED_PERMISSIONS[kind].filter((each) => probes.get(each)?.status === status);
  return {
    step: 'checked',
    kinds: kinds.map((kind) => {
      const missing = having(kind, 'missing');
      const isKnown = having(kind, 'unknown').length === 0;
      const status = missing.length > 0 ? 'missing' : isKnown ? 'granted' : 'unknown';
      return { kind, status, missing };
    }),
  };
}

import type { PaymentSource } from './ports/payment-source.ts';
import type { RecordStore } from './ports/record-store.ts';

export type * from './ports/payment-source.ts';
export type * from './ports/record-store.ts';
export type * from './ports/setup.ts';

/** The world outside, as the use cases need it. Every asynchronous method throws only `SyncError`. */
export interface Ports {
  readonly stripe: PaymentSource;
  readonly crm: RecordStore;
  readonly clock: Clock;
  readonly time: ReadingTime;
  readonly seal: Seal;
  /** True for the domain of a mail provider, whose addresses say nothing about a company. */
  readonly isFreeMail: (domain: string) => boolean;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

/** What is left of the time in which this invocation may read. */
interface ReadingTime {
  remainingMs(): number;
}

/** Makes text that passes through a browser tamper-proof; it stays readable. */
export interface Seal {
  close(text: string): string;
  /** Undefined for anything that was not closed by the same key. */
  open(token: string): string | undefined;
}

import type { FoundCustomer, PropertyChange, StripeCopy } from '@stripe-payments/core';

/** What the function replies, without the `ok`. */
export type LinkOutcome =
  | { readonly action: 'search'; readonly customers: readonly FoundCustomer[] }
  | {
      readonly action: 'link' | 'unlink' | 'assign' | 'unassign';
      readonly id: string;
      readonly changes: readonly PropertyChange[];
      readonly stripeCopy: StripeCopy;
    };

export const NOT_ASKED: StripeCopy = { status: 'not-asked' };

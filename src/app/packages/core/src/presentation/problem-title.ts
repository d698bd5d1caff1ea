import type { ErrorCode } from '../contract/failure.ts';
import type { Texts } from '../texts/english.ts';

/** Where the obstacle is, so that the reader knows at once whether it is theirs to move. */
export function problemTitle(code: ErrorCode, { card }: Texts): string {
  const words = card.states;
  switch (code) {
    case 'not-set-up':
    case 'not-configured':
    case 'stripe-key-wrong-kind':
    case 'stripe-key-invalid':
    case 'hubspot-unauthorized':
      return words.setupTitle;
    case 'stripe-permission':
    case 'stripe-write-permission':
    case 'hubspot-permission':
      return words.permissionTitle;
    case 'stripe-unreachable':
    case 'stripe-rate-limited':
    case 'stripe-refused':
    case 'timeout':
      return words.stripeTitle;
    case 'hubspot-unreachable':
    case 'hubspot-rate-limited':
    case 'hubspot-refused':
    case 'setup-unfinished':
      return words.crmTitle;
    default:
      // What is wrong on the record itself, and codes of a function that is newer than the card.
      return words.unreadableTitle;
  }
}

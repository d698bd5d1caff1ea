import type { Scope } from '@stripe-payments/core';
import { REQUIRED_SCOPES } from '@stripe-payments/core';
import type { TokenBook } from '../../hubspot/http/authentication.ts';
import type { SidePart } from './side-part.ts';

/** The first version was for deals only. */
const inEarlierVersion = ({ objectType, area }: Scope): boolean =>
  objectType === null || objectType === 'deal' || area === 'objects';

const EARLIER_SCOPES: readonly string[] = REQUIRED_SCOPES.filter(inEarlierVersion).map(
  ({ name }) => name,
);

function missingScopes(tokens: TokenBook): readonly string[] {
  const granted = new Set(tokens.list().find(({ isApp }) => isApp)?.scopes);
  return tokens.required.filter((scope) => !granted.has(scope));
}

/** What the HubSpot account granted to the app. */
export function scopePart(tokens: TokenBook): SidePart {
  const isEarlier = (): boolean => {
    const missing = missingScopes(tokens);
    return missing.length > 0 && EARLIER_SCOPES.every((scope) => !missing.includes(scope));
  };
  return {
    id: 'hubspot-scopes',
    title: 'HubSpot scopes of the app',
    state: () => {
      const missing = missingScopes(tokens);
      if (missing.length === 0) return 'All granted';
      return `${String(missing.length)} missing: ${missing.join(', ')}`;
    },
    actions: [
      {
        id: 'earlier',
        label: 'As an earlier version had them: it asks for more since',
        isCurrent: isEarlier,
        act: () => {
          tokens.grant(undefined, EARLIER_SCOPES);
        },
      },
      {
        id: 'reinstall',
        label: 'Install the app again',
        isCurrent: () => false,
        act: () => {
          tokens.reinstall();
        },
      },
    ],
  };
}

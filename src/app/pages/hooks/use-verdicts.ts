import { useExtensionContext } from '@hubspot/ui-extensions';
import type { SetupPart, SetupReport, Verdict } from '@stripe-payments/core';
import { verdictsOf } from '@stripe-payments/core';

type Mode = 'live' | 'test';

/** The two modes, where the key is for the one and the app was uploaded for the other; else null. */
export interface WrongMode {
  readonly wanted: Mode;
  readonly used: Mode;
}

/** The profile that the app was uploaded with says which mode it is for. */
export function useWrongMode({ stripeKey }: SetupReport): WrongMode | null {
  const wanted = useExtensionContext<'pages'>().variables?.['STRIPE_MODE'];
  if (stripeKey.status !== 'usable' || (wanted !== 'live' && wanted !== 'test')) return null;
  const { mode: used } = stripeKey;
  return wanted === used ? null : { wanted, used };
}

/** How each part stands. A key of the wrong mode would write the wrong figures, and none may have those. */
export function useVerdicts(report: SetupReport): Readonly<Record<SetupPart, Verdict>> {
  const wrongMode = useWrongMode(report);
  const verdicts = verdictsOf(report);
  return wrongMode === null ? verdicts : { ...verdicts, stripeKey: 'blocked' };
}

import { SANDBOX_HUBSPOT_TOKEN, SANDBOX_STRIPE_KEY } from '../world/credentials.ts';

/** Which of the two services is the real one, and how to reach it. */
export interface Connections {
  readonly stripe:
    | { readonly kind: 'sandbox' }
    | { readonly kind: 'real'; readonly secretKey: string; readonly mode: 'test' | 'live' };
  readonly hubspot:
    { readonly kind: 'sandbox' } | { readonly kind: 'real'; readonly accessToken: string };
}

export type ConnectionsOutcome =
  | { readonly ok: true; readonly connections: Connections }
  | { readonly ok: false; readonly message: string };

type Environment = Readonly<Record<string, string | undefined>>;

function refuse(message: string): ConnectionsOutcome {
  return { ok: false, message };
}

/** Reads the two variables. A live key needs a second one, so that no demo click meets real money by accident. */
export function connectionsFrom(environment: Environment): ConnectionsOutcome {
  const secretKey = environment['STRIPE_SECRET_KEY']?.trim() ?? '';
  const accessToken = environment['HUBSPOT_ACCESS_TOKEN']?.trim() ?? '';
  const mode = /^(?:sk|rk)_(test|live)_\w+$/.exec(secretKey)?.[1];
  if (secretKey !== '' && mode === undefined) {
    return refuse(
      'STRIPE_SECRET_KEY is not a secret or restricted key: it starts with sk_test_ or rk_test_.',
    );
  }
  if (mode === 'live' && environment['ALLOW_LIVE_STRIPE_KEY'] !== 'yes') {
    return refuse(
      'STRIPE_SECRET_KEY is a live key and was not used. To read the live account, run again with ALLOW_LIVE_STRIPE_KEY=yes.',
    );
  }
  return {
    ok: true,
    connections: {
      stripe:
        secretKey === ''
          ? { kind: 'sandbox' }
          : { kind: 'real', secretKey, mode: mode === 'live' ? 'live' : 'test' },
      hubspot: accessToken === '' ? { kind: 'sandbox' } : { kind: 'real', accessToken },
    },
  };
}

/** The line that says which of the four combinations is in use. */
export function startupLine({ stripe, hubspot }: Connections): string {
  const stripeText =
    stripe.kind === 'sandbox'
      ? 'the built-in Stripe'
      : `your Stripe account in ${stripe.mode} mode`;
  const hubspotText =
    hubspot.kind === 'sandbox'
      ? 'the built-in HubSpot'
      : 'your HubSpot account (sync writes to it)';
  return `Using ${stripeText} and ${hubspotText}.`;
}

interface StandIns {
  readonly stripe: { readonly url: string };
  readonly hubspot: { readonly url: string };
}

/** What makes a terminal command work on the built-in accounts; null where one of them is real. */
export function terminalLine(
  { stripe, hubspot }: Connections,
  { stripe: stripeApi, hubspot: hubspotApi }: StandIns,
): string | null {
  if (stripe.kind === 'real' || hubspot.kind === 'real') return null;
  const variables = {
    STRIPE_API_BASE_URL: stripeApi.url,
    HUBSPOT_API_BASE_URL: hubspotApi.url,
    STRIPE_SECRET_KEY: SANDBOX_STRIPE_KEY,
    HUBSPOT_ACCESS_TOKEN: SANDBOX_HUBSPOT_TOKEN,
  };
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return `For terminal commands on them, run this in another terminal first:\nexport ${assignments.join(' ')}`;
}

/** The port of the page, 0 for any free one; undefined for what is none. */
export function portIn({ PORT: text = '' }: Environment, usual: number): number | undefined {
  if (text === '') return usual;
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port < 65_536 ? port : undefined;
}

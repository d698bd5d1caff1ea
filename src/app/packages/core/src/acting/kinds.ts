/** What the app can do at Stripe, each of which can be on or off. */
export const ACTION_KINDS = ['links', 'invoices', 'subscriptions', 'refunds'] as const;

export type ActionKind = (typeof ACTION_KINDS)[number];

/** `links,invoices`: none for an empty text. Undefined where a word is not one of the kinds. */
export function parseActionKinds(text: string): readonly ActionKind[] | undefined {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const isKnown = words.every((word) => ACTION_KINDS.some((kind) => kind === word));
  return isKnown ? ACTION_KINDS.filter((kind) => words.includes(kind)) : undefined;
}

const functionDeclaration = (uid: string): object => ({
  uid,
  type: 'app-function',
  config: {
    entrypoint: `/app/functions/dist/${uid}.js`,
    secretKeys: ['STRIPE_SECRET_KEY', 'STRIPE_WRITE_KEY'],
  },
});

/** Where the kinds that are on are kept, from the root of the project. Without it all are. */
export const ACTIONS_FILE = 'actions.json';

/** The functions and the card that act, as HubSpot reads them: by file, from the root of the project. */
export const actingDeclarations = (): Readonly<Record<string, object>> => ({
  'src/app/functions/request-payment-hsmeta.json': functionDeclaration('request-payment'),
  'src/app/functions/manage-billing-hsmeta.json': functionDeclaration('manage-billing'),
  'src/app/cards/stripe-actions-hsmeta.json': {
    uid: 'stripe-actions',
    type: 'card',
    config: {
      name: 'Stripe actions',
      description: 'Request payments by link or invoice, and refund them, each reviewed first.',
      previewImage: {
        file: './previews/stripe-actions.png',
        altText: 'A deal with the payment links and invoices that were requested on it.',
      },
      location: 'crm.record.tab',
      entrypoint: '/app/cards/StripeActions.tsx',
      objectTypes: ['deals', 'contacts'],
    },
  },
});

/** The kinds in the text of `ACTIONS_FILE`; undefined where it is not such a text. */
export function actionKindsIn(text: string): readonly ActionKind[] | undefined {
  try {
    const content: unknown = JSON.parse(text);
    const kinds: unknown =
      typeof content === 'object' && content !== null && 'kinds' in content ? content.kinds : null;
    return Array.isArray(kinds) ? parseActionKinds(kinds.join(',')) : undefined;
  } catch {
    return undefined;
  }
}

/** What `ACTIONS_FILE` holds, in one line. */
export const actionsFileText = (kinds: readonly ActionKind[]): string =>
  `{ "kinds": [${kinds.map((kind) => JSON.stringify(kind)).join(', ')}] }\n`;

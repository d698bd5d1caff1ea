import type { Metadata } from '../entities/row.ts';
import { WorldRefusal } from './context.ts';

/**
 * The most characters that Stripe takes. Confirmed in its reference: a customer's address and
 * description, lookup keys, descriptors, metadata. The others are believed to be those of its published
 * OpenAPI document, and could not be looked up here.
 */
const MOST = {
  customer: { name: 256, email: 512, phone: 20, description: 5_000 },
  payment: { description: 1_000, statementDescriptorSuffix: 22 },
  product: { name: 5_000, description: 40_000, unitLabel: 12 },
  price: { nickname: 5_000, lookupKey: 200 },
  coupon: { name: 40 },
  invoice: { number: 26, description: 1_500 },
  'invoice line': { description: 5_000 },
  subscription: { description: 500 },
  checkout: { email: 800, name: 5_000, productName: 5_000, clientReferenceId: 200 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

type Kind = keyof typeof MOST;

/** https://docs.stripe.com/api/metadata */
export const METADATA_LIMITS = { keys: 50, keyLength: 40, valueLength: 500 } as const;

/** https://docs.stripe.com/get-started/account/statement-descriptors#requirements */
const NOT_ON_A_STATEMENT = /[<>\\'"*]/;

function checkMetadata(metadata: Metadata): void {
  const entries = Object.entries(metadata);
  const isTooLong = ([key, value]: readonly [string, string]): boolean =>
    key.length > METADATA_LIMITS.keyLength || value.length > METADATA_LIMITS.valueLength;
  if (entries.length > METADATA_LIMITS.keys || entries.some(isTooLong)) {
    throw new WorldRefusal('Metadata has up to 50 keys of 40 and values of 500 characters.');
  }
}

type Texts<K extends Kind> = {
  readonly [name in keyof (typeof MOST)[K]]?: string | null | undefined;
} & { readonly metadata?: Metadata };

/** Refuses texts that Stripe would refuse for their length, or for what is in them. */
export function checkTexts<K extends Kind>(kind: K, texts: Texts<K>): void {
  const given: Readonly<Record<string, unknown>> = texts;
  for (const [name, most] of Object.entries<number>(MOST[kind])) {
    const text = given[name];
    if (typeof text === 'string' && text.length > most) {
      throw new WorldRefusal(`The ${name} of a ${kind} has at most ${String(most)} characters.`);
    }
  }
  const { email, statementDescriptorSuffix: descriptor } = given;
  // How much more of an address Stripe looks at is not documented; a customer could have any of these.
  if (typeof email === 'string' && !/^[^\n\r]+@[^\s@]+$/.test(email)) {
    throw new WorldRefusal(`Invalid email address: ${email}`);
  }
  if (typeof descriptor === 'string' && NOT_ON_A_STATEMENT.test(descriptor)) {
    throw new WorldRefusal('A statement descriptor cannot hold any of <, >, \\, \', " and *.');
  }
  if (texts.metadata !== undefined) checkMetadata(texts.metadata);
}

import { z } from 'zod';

/** What the built-in Stripe and the dev server say to each other of the pages on which a customer pays. */

const lineSchema = z.object({ description: z.string(), quantity: z.number(), amount: z.string() });

export const HOSTED_KINDS = ['link', 'invoice'] as const;

export const hostedPageSchema = z.object({
  state: z.enum(['open', 'processing', 'paid', 'inactive', 'void', 'expired']),
  title: z.string(),
  lines: z.array(lineSchema),
  total: z.string(),
  /** More to say about the state; empty for nothing. */
  note: z.string(),
  /** A link does not know who comes; an invoice does. */
  asksForPayer: z.boolean(),
  /** What recurs is free at first. */
  startsTrial: z.boolean(),
  /** Debits are in US dollars. */
  takesDebit: z.boolean(),
  /** The charge of a debit that is on its way. */
  pendingCharge: z.string().nullable(),
});
export type HostedPage = z.infer<typeof hostedPageSchema>;

export const hostedActionSchema = z.strictObject({
  action: z.enum(['card', 'declined-card', 'bank-debit', 'settle-debit', 'return-debit']),
  email: z.string().default(''),
  name: z.string().default(''),
  /** Of a link: the session in which a card was declined before. */
  session: z.string().default(''),
  /** The charge of a debit that is on its way. */
  charge: z.string().default(''),
});
export type HostedAction = z.infer<typeof hostedActionSchema>;

export const hostedOutcomeSchema = z.object({
  message: z.string(),
  isDeclined: z.boolean(),
  session: z.string(),
  charge: z.string(),
  /** What happened at Stripe by it, oldest first. */
  events: z.array(z.object({ id: z.string(), type: z.string() })),
});
export type HostedOutcome = z.infer<typeof hostedOutcomeSchema>;

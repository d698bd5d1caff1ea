import * as z from 'zod/mini';

/** What the page and the dev server say to each other, beside ../../drawers.ts. None of it holds a credential. */

/** Where payment records can be, as HubSpot's paths call it in every account: the custom object, and HubSpot's Payments. */
export const PAYMENT_TYPES = ['p_stripe_payment', '0-101'] as const;

export interface RecordReference {
  readonly objectType: string;
  readonly id: string;
}

/** What the user enters, and where: in the panel of the record, or in a card's property list. */
export interface RecordEdit {
  readonly properties: Readonly<Record<string, string>>;
  readonly place: 'record-page' | 'card';
}

const propertyValuesSchema = z.record(z.string(), z.nullable(z.string()));
export type PropertyValues = Readonly<z.infer<typeof propertyValuesSchema>>;

export const crmRecordSchema = z.object({ id: z.string(), properties: propertyValuesSchema });
export type CrmRecord = z.infer<typeof crmRecordSchema>;

export const recordListSchema = z.object({ records: z.array(crmRecordSchema) });

export const worldSchema = z.object({
  startupLine: z.string(),
  hubspotKind: z.enum(['sandbox', 'real']),
  stripeKind: z.enum(['sandbox', 'real']),
  /** By type and id, such as `deals/9001`. */
  stories: z.record(z.string(), z.string()),
  appName: z.string(),
  /** The object in which the account keeps payment records; null where it keeps none. */
  paymentRecords: z.nullable(z.enum(PAYMENT_TYPES)),
  /** Of the profile in use, as extensions see them. */
  variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type World = z.infer<typeof worldSchema>;

export const accountSchema = z.object({
  portalId: z.nullable(z.number()),
  timeZone: z.nullable(z.string()),
  companyCurrency: z.nullable(z.string()),
});
export type Account = z.infer<typeof accountSchema>;

const propertyDefinitionSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.string(),
  fieldType: z.string(),
  groupName: z.string(),
  options: z._default(z.array(z.object({ value: z.string(), label: z.string() })), []),
  currencyPropertyName: z.nullish(z.string()),
  showCurrencySymbol: z.nullish(z.boolean()),
  numberDisplayHint: z.nullish(z.string()),
  readOnly: z.boolean(),
});
export type PropertyDefinition = z.infer<typeof propertyDefinitionSchema>;
export const propertyDefinitionsSchema = z.object({
  properties: z.array(propertyDefinitionSchema),
});

const cardSchema = z.object({
  uid: z.string(),
  name: z.string(),
  location: z.string(),
  objectTypes: z.array(z.string()),
  revision: z.number(),
  /** The names of each `useCrmProperties` that HubSpot's bundler could read; null without a manifest. */
  declaredProperties: z.nullable(z.array(z.array(z.string()))),
});
export type CardDescription = z.infer<typeof cardSchema>;
export const cardListSchema = z.object({ cards: z.array(cardSchema) });

const pageSchema = z.object({ uid: z.string(), revision: z.number() });
export type PageDescription = z.infer<typeof pageSchema>;
export const pageListSchema = z.object({ pages: z.array(pageSchema) });

const actionSchema = z.object({
  uid: z.string(),
  revision: z.number(),
  label: z.string(),
  objectTypes: z.array(z.string()),
});
export type BulkActionDescription = z.infer<typeof actionSchema>;
export const actionListSchema = z.object({ actions: z.array(actionSchema) });

export const serverlessCallSchema = z.strictObject({
  parameters: z.unknown(),
  /** The record being viewed; absent on an app page, which has none. */
  objectQuery: z.optional(
    z.strictObject({
      objectId: z.number(),
      objectTypeId: z.string(),
      objectPropertyNames: z.array(z.string()),
    }),
  ),
});
export const serverlessReplySchema = z.object({ response: z.unknown() });

/** How a workflow's step ended for a record, and what later steps could use. */
export const workflowStepSchema = z.object({
  state: z.enum(['SUCCESS', 'FAIL_CONTINUE', 'failed', 'gave up']),
  attempts: z.number(),
  outputs: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type WorkflowStep = z.infer<typeof workflowStepSchema>;

export const associationsSchema = z.object({
  results: z.array(
    z.object({
      toObjectId: z.number(),
      associationTypes: z.array(
        z.object({ category: z.string(), typeId: z.number(), label: z.string() }),
      ),
      properties: propertyValuesSchema,
    }),
  ),
  hasMore: z.boolean(),
  nextOffset: z.number(),
});
export type Associations = z.infer<typeof associationsSchema>;

export const clockSchema = z.object({ nowMs: z.number() });
/** The time of functions and cards, which goes on where the accounts' clock stands still. */
export const appClockSchema = z.object({ appNowMs: z.number() });
export const clockAdvanceSchema = z.strictObject({ durationMs: z.int().check(z.nonnegative()) });

export const crmSearchReplySchema = z.object({
  results: z.array(z.object({ objectId: z.number(), properties: propertyValuesSchema })),
  total: z.number(),
  hasMore: z.boolean(),
  after: z.optional(z.string()),
});
export type CrmSearchReply = z.infer<typeof crmSearchReplySchema>;

export const serverMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reload'), what: z.string() }),
  z.object({ type: z.literal('build-error'), message: z.string() }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;

export const errorReplySchema = z.object({ error: z.string() });

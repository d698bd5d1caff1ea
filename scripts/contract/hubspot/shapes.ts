import { z } from 'zod';

/** What the adapters read of HubSpot's answers, src/app/packages/sync/src/hubspot. */
export const record = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()),
});

const recordPage = z.object({
  results: z.array(record),
  paging: z.object({ next: z.object({ after: z.string() }) }).optional(),
});

export const deletedPage = z.object({
  results: z.array(record.extend({ archivedAt: z.string().optional() })),
});

export const searchPage = recordPage.extend({ total: z.int() });

const partErrors = z
  .array(z.object({ category: z.string(), subCategory: z.string().optional() }))
  .optional();

export const recordBatch = recordPage.extend({ errors: partErrors });

/** A number in v4, text in others: both are read. */
const associatedId = z.union([z.string(), z.number()]);

const associationTypes = z.array(z.object({ category: z.string(), typeId: z.number() }));

export const associationPage = z.object({
  results: z.array(z.object({ toObjectId: associatedId, associationTypes })),
});

export const associationBatch = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: associatedId }),
      to: z.array(z.object({ toObjectId: associatedId })),
    }),
  ),
  errors: partErrors,
});

export const property = z.object({
  name: z.string(),
  label: z.string(),
  description: z.string(),
  type: z.string(),
  fieldType: z.string(),
  groupName: z.string(),
  options: z.array(
    z.object({
      value: z.string(),
      label: z.string(),
      description: z.string().optional(),
      displayOrder: z.int(),
      hidden: z.boolean(),
    }),
  ),
  currencyPropertyName: z.string().nullish(),
});

export const propertyPage = z.object({ results: z.array(property) });

export const accountDetails = z.object({
  portalId: z.int(),
  accountType: z.string(),
  timeZone: z.string(),
  companyCurrency: z.string(),
  additionalCurrencies: z.array(z.string()),
});

export const tokenInfo = z.object({ hubId: z.int(), scopes: z.array(z.string()) });

export const errorEnvelope = z.object({
  message: z.string(),
  category: z.string().optional(),
  correlationId: z.string(),
  errors: z
    .array(
      z.object({
        code: z.string().optional(),
        context: z.object({ requiredGranularScopes: z.array(z.string()).optional() }).optional(),
      }),
    )
    .optional(),
});

export const history = z.object({
  propertiesWithHistory: z.record(
    z.string(),
    z.array(
      z.object({
        value: z.string(),
        timestamp: z.string(),
        sourceType: z.string(),
        sourceId: z.string().nullish(),
      }),
    ),
  ),
});

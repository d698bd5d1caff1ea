import { z } from 'zod';
import { optionSchema, propertyPatchSchema } from '../routes/property-schemas.ts';

/** What a person changes on the page of a property; its options have routes of their own. */
export const propertyEditSchema = propertyPatchSchema.omit({ options: true });

export const restoreSchema = z.strictObject({ groupName: z.string().optional() });

/** A new option stands last and is shown, unless told otherwise. */
export const newOptionSchema = optionSchema.partial({ displayOrder: true, hidden: true });

export const optionEditSchema = optionSchema.omit({ value: true }).partial();

export const usesSchema = z.strictObject({
  uses: z.array(
    z.strictObject({
      type: z.enum(['CALCULATED_PROPERTY', 'FORM', 'LIST', 'REPORT', 'WORKFLOW']),
      name: z.string().min(1),
    }),
  ),
});

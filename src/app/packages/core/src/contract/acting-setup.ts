import * as z from 'zod/mini';
import type { ActionKind } from '../acting/kinds.ts';
import type { Reply } from './call.ts';
import type { Immutable } from './schema.ts';
import { flag, integer, openEnum, text, textOrNull } from './schema.ts';
import type { ProbedPermission } from './stripe-permissions.ts';

/** A confirmation of nothing, by which an admin sees what HubSpot's history says. */
export const rehearsed = z.object({
  step: z.literal('rehearsed'),
  /** To be entered into the property. */
  text,
  /** Milliseconds since the epoch. */
  validUntilMs: integer,
  /** Who wrote the text that is there, as HubSpot's history says; null where no such text is there. */
  found: z.nullable(z.object({ sourceType: textOrNull, userId: textOrNull })),
  /** True where the history names the user: only then is a confirmation accepted. */
  isAccepted: flag,
});

/** What the key for writing may do, for each kind that is on. */
export const actionsChecked = z.object({
  step: z.literal('checked'),
  kinds: z.array(
    z.object({
      kind: openEnum<ActionKind>(),
      status: openEnum<'granted' | 'missing' | 'unknown'>(),
      missing: z.array(openEnum<ProbedPermission>()),
    }),
  ),
});

export type Rehearsed = Immutable<z.infer<typeof rehearsed>>;
export type ActionsChecked = Immutable<z.infer<typeof actionsChecked>>;
export type CheckActionsReply = Reply<ActionsChecked>;

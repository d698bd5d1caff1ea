import { z } from 'zod/mini';

const partSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** How it stands now. */
  state: z.string(),
  actions: z.array(z.object({ id: z.string(), label: z.string(), isCurrent: z.boolean() })),
});

/** One decision of an admin: how it stands, and what can be done about it. */
export interface AccountSidePart {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly actions: readonly {
    readonly id: string;
    readonly label: string;
    readonly isCurrent: boolean;
  }[];
}

export const accountSideSchema = z.object({ parts: z.array(partSchema) });
export const accountSideReplySchema = z.object({ message: z.string() });

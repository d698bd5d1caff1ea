export type Tone = 'plain' | 'good' | 'attention' | 'bad' | 'faint' | 'strong';

/** A fact: its name, and what it is. */
export interface Row {
  readonly label: string;
  readonly text: string;
  readonly tone?: Tone;
}

/** A piece of a report, before it has a width and colours. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly text: string;
      /** How the section stands, as a sign and in words. */
      readonly status?: { readonly sign: string; readonly text: string; readonly tone: Tone };
    }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly depth?: number;
      readonly tone?: Tone;
    }
  /** An empty line within a section. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'rows'; readonly rows: readonly Row[]; readonly depth?: number };

/** Blocks that belong together; an empty line sets them apart from others. */
export type Section = readonly Block[];

export const paragraph = (text: string, look: { depth?: number; tone?: Tone } = {}): Block => ({
  kind: 'paragraph',
  text,
  ...look,
});

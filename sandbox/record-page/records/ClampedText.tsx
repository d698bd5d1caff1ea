/** Longer ones may not fit; the whole of them shows on hover. */
const LONGEST_WITHOUT_TITLE = 80;

interface ClampedTextProps {
  readonly text: string;
  /** A name is what a record is called; a value can have several lines of its own. */
  readonly of: 'name' | 'value';
}

/** A text of a record, which can have 65,536 characters: a few lines of it, as on HubSpot's pages. */
export function ClampedText({ text, of }: ClampedTextProps) {
  const title = text.length > LONGEST_WITHOUT_TITLE ? text : undefined;
  return (
    <bdi className={`clamped clamped-${of}`} title={title}>
      {text}
    </bdi>
  );
}

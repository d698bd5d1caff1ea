/** A longer text may not fit; the whole of it shows on hover. */
const MAX_WITHOUT_TITLE = 80;

interface ClampedTextProps {
  readonly text: string;
  /** The name of a record has fewer lines than a value. */
  readonly of: 'name' | 'value';
}

/** A few lines of a text, which can have 65,536 characters, as on HubSpot's pages. */
export function ClampedText({ text, of }: ClampedTextProps) {
  const title = text.length > MAX_WITHOUT_TITLE ? text : undefined;
  return (
    <bdi className={`clamped clamped-${of}`} title={title}>
      {text}
    </bdi>
  );
}

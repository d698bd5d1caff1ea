import { Glyph } from './Glyph.tsx';

const noBreakSpace = '\u00a0';

/** Stays on the line of the last word. */
export function NewTabMark() {
  return (
    <>
      {noBreakSpace}
      <Glyph name="external" label="opens in a new tab" />
    </>
  );
}

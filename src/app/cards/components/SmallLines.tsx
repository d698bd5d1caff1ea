import { LongText } from './LongText.tsx';

/** Small print, a line each. */
export function SmallLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, place) => (
        // Two lines can be the same: a description may say word for word what a reason says.
        <LongText key={`${String(place)} ${line}`} text={line} variant="microcopy" />
      ))}
    </>
  );
}

import { Text } from '@hubspot/ui-extensions';

/** Small print, a line each. */
export function SmallLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <Text key={line} variant="microcopy">
          {line}
        </Text>
      ))}
    </>
  );
}

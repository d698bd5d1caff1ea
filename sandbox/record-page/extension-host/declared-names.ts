/**
 * HubSpot's bundler reads the arguments of each `useCrmProperties` from the source of its own file.
 * What it could not read there (an imported constant) is not declared, and not delivered.
 * `declared` is null when the bundle has no manifest.
 */
export function declaredNames(
  declared: readonly (readonly string[])[] | null,
  names: readonly string[],
): readonly string[] {
  if (declared === null) return names;
  const ofThisHook = declared.filter((list) => list.every((name) => names.includes(name)));
  const [longest = []] = ofThisHook.toSorted((one, other) => other.length - one.length);
  return names.filter((name) => longest.includes(name));
}

/** The word for a name from outside; the name itself, where a newer function or HubSpot has one more. */
export const knownText = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? name) : name;

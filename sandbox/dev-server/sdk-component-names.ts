import { readFile } from 'node:fs/promises';

const registration = /createAndRegisterRemote(?:Compound)?ReactComponent\('(\w+)'/g;

/**
 * The SDK's registry can say whether it knows a name, not which names it knows, and it is not
 * exported: its calls are read from the file where they stand (@hubspot/ui-extensions 0.17.0).
 */
export async function readSdkComponentNames(): Promise<readonly string[]> {
  const entry = import.meta.resolve('@hubspot/ui-extensions');
  const source = await readFile(new URL('shared.synced/remoteComponents.synced.js', entry), 'utf8');
  const names = [...source.matchAll(registration)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('No component is registered where the SDK had them.');
  return names;
}

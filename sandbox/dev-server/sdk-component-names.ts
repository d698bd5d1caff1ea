import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const registration = /createAndRegisterRemote(?:Compound)?ReactComponent\('(\w+)'/g;

/**
 * The SDK's registry can say whether it knows a name, not which names it knows, and it is not
 * exported: its calls are read from the file where they stand (@hubspot/ui-extensions 0.17.0).
 */
export async function readSdkComponentNames(): Promise<readonly string[]> {
  const entry = createRequire(import.meta.url).resolve('@hubspot/ui-extensions');
  const source = await readFile(
    path.join(path.dirname(entry), 'shared.synced/remoteComponents.synced.js'),
    'utf8',
  );
  const names = [...source.matchAll(registration)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('No component is registered where the SDK had them.');
  return names;
}

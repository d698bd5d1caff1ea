import { buildExtension, bundlePathOf } from './extension.ts';
import { CARDS, cardMetas } from './project.ts';

/** A card as HubSpot's own bundler makes it for production. */
export interface BuiltCard {
  readonly uid: string;
  readonly name: string;
  readonly location: string;
  readonly objectTypes: readonly string[];
  /** Absolute path of the bundle. */
  readonly bundlePath: string;
}

/** Where each card's bundle is, whether or not it has been built. */
export function builtCards(): readonly BuiltCard[] {
  return cardMetas().map((meta) => ({
    uid: meta.uid,
    name: meta.config.name,
    location: meta.config.location,
    objectTypes: meta.config.objectTypes,
    bundlePath: bundlePathOf('cards', meta),
  }));
}

export async function buildCards(): Promise<void> {
  for (const meta of cardMetas()) await buildExtension(CARDS, 'cards', meta);
}

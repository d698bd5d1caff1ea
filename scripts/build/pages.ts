import { buildExtension, bundlePathOf } from './extension.ts';
import { pageMetas, PAGES } from './project.ts';

/** The app page as HubSpot's own bundler makes it for production. */
export interface BuiltPage {
  readonly uid: string;
  /** Absolute path of the bundle. */
  readonly bundlePath: string;
}

/** Where each page's bundle is, whether or not it has been built. HubSpot allows an app one. */
export const builtPages = (): readonly BuiltPage[] =>
  pageMetas().map((meta) => ({ uid: meta.uid, bundlePath: bundlePathOf('pages', meta) }));

export async function buildPages(): Promise<void> {
  for (const meta of pageMetas()) await buildExtension(PAGES, 'pages', meta);
}

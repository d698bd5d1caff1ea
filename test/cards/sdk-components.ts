import { sourcesBelow, textOf } from '../architecture/sources.ts';

const SDK_IMPORT = /import \{([^}]*)\} from '@hubspot\/ui-extensions'/g;

/** Components of the SDK that files import; hooks and `hubspot` are written small. */
export const componentNamesBelow = (folder: string): readonly string[] => [
  ...new Set(
    sourcesBelow(folder)
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => [...textOf(file).matchAll(SDK_IMPORT)])
      .flatMap(([, names = '']) => names.split(','))
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name)),
  ),
];

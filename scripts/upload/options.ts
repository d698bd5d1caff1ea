import { parseArgs } from 'node:util';

/** What this command has to know of the options that it passes on to `hs project upload`. */
export interface UploadOptions {
  readonly profile: string | undefined;
  /** The account comes from the environment, not from the CLI's configuration. */
  readonly usesEnvironment: boolean;
  /** Another configuration file, which the CLI checks itself. */
  readonly hasOwnConfig: boolean;
  readonly isForced: boolean;
}

export function readOptions(args: readonly string[]): UploadOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      profile: { type: 'string', short: 'p' },
      'use-env': { type: 'boolean' },
      config: { type: 'string', short: 'c' },
      force: { type: 'boolean', short: 'f' },
    },
  });
  return {
    profile: typeof values.profile === 'string' ? values.profile : undefined,
    usesEnvironment: values['use-env'] === true,
    hasOwnConfig: values.config !== undefined,
    isForced: values.force === true,
  };
}

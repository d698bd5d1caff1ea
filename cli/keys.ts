import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import {
  actingDeclarations,
  ACTION_KINDS,
  actionKindsIn,
  ACTIONS_FILE,
} from '@stripe-payments/core';
import type { Environment } from '@stripe-payments/sync';

/** A variable's value, and where it was found. */
interface Found {
  readonly value: string;
  /** Null for the environment. */
  readonly file: string | null;
}

export interface Keys {
  /** As the use cases read it. */
  readonly environment: Environment;
  readonly stripeKey: Found | null;
  readonly accessToken: Found | null;
}

/** Undefined where there is no such file. Throws where it cannot be read. */
export type ReadFile = (file: string) => string | undefined;

/** A file of this computer; undefined where there is none. */
export function readTextFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing) return undefined;
    throw error;
  }
}

/** A file that was asked for, or is there, and cannot be read. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  readonly file: string;

  constructor(file: string, cause?: unknown) {
    super(`The file ${file} couldn't be read.`, { cause });
    this.file = file;
  }
}

const DEFAULT_FILES = ['.env', 'src/app/functions/.env'];

/** HubSpot calls it so in functions; a person would not. */
const TOKEN_NAMES = ['HUBSPOT_ACCESS_TOKEN', 'PRIVATE_APP_ACCESS_TOKEN'];

interface Source {
  readonly file: string | null;
  readonly values: Environment;
}

function sourceIn(file: string, readFile: ReadFile): Source | undefined {
  try {
    const text = readFile(file);
    return text === undefined ? undefined : { file, values: parseEnv(text) };
  } catch (error) {
    throw new UnreadableFileError(file, error);
  }
}

function fileSources(keysFile: string | undefined, readFile: ReadFile): readonly Source[] {
  if (keysFile !== undefined) {
    const source = sourceIn(keysFile, readFile);
    if (source === undefined) throw new UnreadableFileError(keysFile);
    return [source];
  }
  return DEFAULT_FILES.map((file) => sourceIn(file, readFile)).filter(
    (source) => source !== undefined,
  );
}

/** The first that is not empty: of the nearest source, by the first of the names that it has. */
function find(sources: readonly Source[], names: readonly string[]): Found | null {
  for (const { file, values } of sources) {
    const value = names.map((name) => values[name]?.trim() ?? '').find((text) => text !== '');
    if (value !== undefined) return { value, file };
  }
  return null;
}

/** What the app does at Stripe by the files of this project: nothing while no function is declared that acts. */
function actionsIn(readFile: ReadFile, chosen: string | undefined): string {
  const isDeclared = Object.keys(actingDeclarations()).some((file) => readFile(file) !== undefined);
  if (!isDeclared) return '';
  const stored = actionKindsIn(readFile(ACTIONS_FILE) ?? '') ?? ACTION_KINDS;
  return chosen ?? stored.join(',');
}

/**
 * The keys: the environment wins, then the files in their order.
 * @param keysFile instead of the default files.
 * @throws {UnreadableFileError}
 */
export function readKeys(
  environment: Environment,
  keysFile: string | undefined,
  readFile: ReadFile,
): Keys {
  const sources = [{ file: null, values: environment }, ...fileSources(keysFile, readFile)];
  const stripeKey = find(sources, ['STRIPE_SECRET_KEY']);
  const accessToken = find(sources, TOKEN_NAMES);
  return {
    stripeKey,
    accessToken,
    environment: {
      STRIPE_SECRET_KEY: stripeKey?.value,
      PRIVATE_APP_ACCESS_TOKEN: accessToken?.value,
      STRIPE_API_BASE_URL: find(sources, ['STRIPE_API_BASE_URL'])?.value,
      HUBSPOT_API_BASE_URL: find(sources, ['HUBSPOT_API_BASE_URL'])?.value,
      ACCOUNT_LANGUAGE: find(sources, ['ACCOUNT_LANGUAGE'])?.value,
      METADATA_KEYS: find(sources, ['METADATA_KEYS'])?.value,
      ACTIONS: actionsIn(readFile, find(sources, ['ACTIONS'])?.value),
    },
  };
}

/** What came of trying an assumption. */
export type Outcome =
  | { readonly status: 'holds'; readonly detail: string }
  | { readonly status: 'does not hold'; readonly detail: string }
  | { readonly status: 'could not be tried'; readonly detail: string }
  /** Of the stand-ins only. */
  | { readonly status: 'not modelled'; readonly detail: string };

/** Checks by the id of their row in docs/platform-assumptions.md. */
export type Checks<Stage> = Readonly<Record<string, (stage: Stage) => Promise<Outcome>>>;

export const holds = (detail = ''): Outcome => ({ status: 'holds', detail });
export const differs = (detail: string): Outcome => ({ status: 'does not hold', detail });
export const untried = (detail: string): Outcome => ({ status: 'could not be tried', detail });

/** @param seen what the service answered, in words that serve both ways. */
export const holdsIf = (isSo: boolean, seen: string): Outcome =>
  isSo ? holds(seen) : differs(seen);

/** What a check needs is not there, so that it says nothing about the assumption. */
export class Untried extends Error {
  override readonly name = 'Untried';
}

/** The run was interrupted; what was created is removed all the same. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** A service that refuses what the assumption says it takes: 400 and 404, and no other status. */
function outcomeOf(error: unknown): Outcome {
  const status = statusOf(error);
  return status === 400 || status === 404 ? differs(messageOf(error)) : untried(messageOf(error));
}

/** @throws {Stopped} where the run was interrupted. */
export async function tryCheck(check: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return error instanceof Untried ? untried(error.message) : outcomeOf(error);
  }
}

export interface Maker {
  /** @throws {Untried} where it cannot be made: that says nothing about an assumption. */
  readonly made: <T>(name: string, make: () => Promise<T>) => Promise<T>;
  /** The same, when it is first needed, and once. */
  readonly objectOf: <T>(name: string, make: () => Promise<T>) => () => Promise<T>;
}

/** @param forbidden why nothing may be made; undefined where it may. */
export function createMaker(forbidden: string | undefined): Maker {
  const made: Maker['made'] = async (name, make) => {
    if (forbidden !== undefined) throw new Untried(forbidden);
    try {
      return await make();
    } catch (error) {
      if (error instanceof Stopped || error instanceof Untried) throw error;
      throw new Untried(`${name} could not be made: ${messageOf(error)}`);
    }
  };
  return { made, objectOf: (name, make) => once(() => made(name, make)) };
}

/** Makes something when it is first needed, and once. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

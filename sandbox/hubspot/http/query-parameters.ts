import { validationError } from '../api-error.ts';
import type { HubSpotContext } from './environment.ts';

/** A list comes repeated (the client's way), comma-separated, or both; undefined when absent. */
export function readList(context: HubSpotContext, name: string): readonly string[] | undefined {
  const given = context.req.queries(name);
  return given?.flatMap((text) => text.split(',')).filter((part) => part !== '');
}

export function readFlag(context: HubSpotContext, name: string): boolean {
  const given = context.req.query(name);
  if (given === undefined || given === 'false') return false;
  if (given === 'true') return true;
  throw validationError(`Invalid value for ${name}: ${given}`);
}

/** A page size: whole, at least one, and refused (not capped) above the most. */
export function readLimit(context: HubSpotContext, usual: number, most: number): number {
  const given = context.req.query('limit');
  if (given === undefined) return usual;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw validationError(`Invalid limit ${given}: it must be between 1 and ${String(most)}`);
  }
  return limit;
}

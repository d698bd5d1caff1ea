import { z } from 'zod';
import { validationError } from '../model/api-error.ts';

const operatorSchema = z.enum([
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
]);
type SearchOperator = z.output<typeof operatorSchema>;

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const filterSchema = z.strictObject({
  propertyName: z.string(),
  operator: operatorSchema,
  value: text.optional(),
  highValue: text.optional(),
  values: z.array(text).optional(),
});
export type SearchFilter = z.output<typeof filterSchema>;

const sortSchema = z.union([
  z.string().transform((name) => ({
    propertyName: name.replace(/^-/, ''),
    isDescending: name.startsWith('-'),
  })),
  z
    .strictObject({
      propertyName: z.string(),
      direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING'),
    })
    .transform(({ propertyName, direction }) => ({
      propertyName,
      isDescending: direction === 'DESCENDING',
    })),
]);
export type SearchSort = z.output<typeof sortSchema>;

export const searchBodySchema = z.strictObject({
  query: z.string().optional(),
  limit: z.int().default(10),
  after: z.union([z.string(), z.number()]).transform(String).default('0'),
  sorts: z.array(sortSchema).default([]),
  properties: z.array(z.string()).default([]),
  filterGroups: z.array(z.strictObject({ filters: z.array(filterSchema) })).default([]),
});
export type SearchBody = z.output<typeof searchBodySchema>;

const MAX_GROUPS = 5;
const MAX_FILTERS_IN_GROUP = 6;
const MAX_FILTERS = 18;
const MAX_ON_PAGE = 200;
const MAX_BODY_LENGTH = 3_000;
const MAX_RESULTS = 10_000;

export const searchRefused = (reason: string): Error =>
  validationError('There was a problem with the request.', {
    errors: [{ message: reason, code: 'INVALID_SEARCH_REQUEST' }],
  });

function checkFilterCounts(body: SearchBody): void {
  const counts = body.filterGroups.map((group) => group.filters.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length > MAX_GROUPS) throw searchRefused('at most 5 filterGroups are allowed');
  if (counts.some((count) => count > MAX_FILTERS_IN_GROUP)) {
    throw searchRefused('at most 6 filters are allowed in each filterGroup');
  }
  if (total > MAX_FILTERS) throw searchRefused('at most 18 filters are allowed');
}

const OPERATORS_WITHOUT_VALUE: readonly SearchOperator[] = ['HAS_PROPERTY', 'NOT_HAS_PROPERTY'];
const OPERATORS_OF_LISTS: readonly SearchOperator[] = ['IN', 'NOT_IN'];

function checkOperands(filter: SearchFilter): void {
  const { operator, value, values, highValue, propertyName } = filter;
  const isList = OPERATORS_OF_LISTS.includes(operator);
  const isBare = OPERATORS_WITHOUT_VALUE.includes(operator);
  const isRange = operator === 'BETWEEN';
  const isRight =
    (values !== undefined && values.length > 0) === isList &&
    (value !== undefined) === !(isList || isBare) &&
    (highValue !== undefined) === isRange;
  if (!isRight) throw searchRefused(`wrong operands for ${operator} on ${propertyName}`);
}

/** @throws a 400 for a body of more characters than HubSpot takes. */
export function checkBodyLength(text: string): void {
  if (text.length > MAX_BODY_LENGTH) {
    throw searchRefused('the request body is longer than 3,000 characters');
  }
}

/** HubSpot's limits on a search, each of them a 400. Returns the offset that `after` stands for. */
export function checkSearch(body: SearchBody): number {
  checkFilterCounts(body);
  for (const filter of body.filterGroups.flatMap((group) => group.filters)) checkOperands(filter);
  if (body.limit < 1 || body.limit > MAX_ON_PAGE) throw searchRefused('limit must be 1 to 200');
  if (body.sorts.length > 1) throw searchRefused('only one sort is allowed');
  if (!/^\d+$/.test(body.after)) throw searchRefused('after must be an integer');
  const offset = Number(body.after);
  if (offset + body.limit > MAX_RESULTS) {
    throw searchRefused('paging beyond 10,000 results is not possible');
  }
  return offset;
}

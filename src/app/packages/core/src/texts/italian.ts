import type { Texts } from './english.ts';
import { card } from './italian/card.ts';
import { declines } from './italian/declines.ts';
import { errors } from './italian/errors.ts';
import { amountsByCurrency, options, properties, propertyGroup } from './italian/properties.ts';
import { reasons } from './italian/reasons.ts';

/** What records, cards and errors say, in Italian. */
export const italian: Texts = {
  properties,
  propertyGroup,
  options,
  amountsByCurrency,
  errors,
  declines,
  card,
  reasons,
};

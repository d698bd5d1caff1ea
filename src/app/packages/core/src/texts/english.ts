import { card } from './english/card.ts';
import { declines } from './english/declines.ts';
import { errors } from './english/errors.ts';
import { amountsByCurrency, options, properties, propertyGroup } from './english/properties.ts';
import { reasons } from './english/reasons.ts';

/** What records, cards and errors say, in English; the setup adds its own. */
export const english = {
  properties,
  propertyGroup,
  options,
  amountsByCurrency,
  errors,
  declines,
  card,
  reasons,
};

/** The catalogue in any language: a text that one language lacks does not compile. */
export type Texts = typeof english;

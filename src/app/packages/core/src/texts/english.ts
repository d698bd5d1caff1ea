import { card } from './english/card.ts';
import { declines } from './english/declines.ts';
import { errors } from './english/errors.ts';
import { amountsByCurrency, options, properties } from './english/properties.ts';

/** Every text that people read, in English. */
export const english = { properties, options, amountsByCurrency, errors, declines, card };

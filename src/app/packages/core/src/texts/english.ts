import { card } from './english/card.ts';
import { declines } from './english/declines.ts';
import { errors } from './english/errors.ts';
import { amountsByCurrency, options, properties, propertyGroup } from './english/properties.ts';
import { reasons } from './english/reasons.ts';
import { setup } from './english/setup.ts';
import { terminal } from './english/terminal.ts';

/** Every text that people read, in English. */
export const english = {
  properties,
  propertyGroup,
  options,
  amountsByCurrency,
  errors,
  declines,
  card,
  reasons,
  setup,
  terminal,
};

/** The catalogue in any language: a text that one language lacks does not compile. */
export type Texts = typeof english;

import type { Texts } from './english.ts';
import { card } from './italian/card.ts';
import { declines } from './italian/declines.ts';
import { errors } from './italian/errors.ts';
import { amountsByCurrency, options, properties, propertyGroup } from './italian/properties.ts';
import { reasons } from './italian/reasons.ts';
import { setup } from './italian/setup.ts';
import { terminal } from './italian/terminal.ts';

/** Every text that people read, in Italian. */
export const italian: Texts = {
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

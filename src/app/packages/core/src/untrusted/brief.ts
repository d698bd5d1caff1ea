import { isolated } from './isolated.ts';
import { shortened } from './shortened.ts';
import { wrappable } from './wrappable.ts';

/** As much of a text from outside as fits into a sentence of ours, at most so many characters of it. */
export const brief = (text: string, most: number): string =>
  wrappable(shortened(isolated(text), most));

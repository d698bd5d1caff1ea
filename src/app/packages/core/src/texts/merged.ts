/**
 * The texts of two parts of a catalogue. A call that is marked as pure is left out of a bundle that does not need them;
 * a spread is not.
 */
export const merged = <Some extends object, More extends object>(
  some: Some,
  more: More,
): Some & More => ({ ...some, ...more });

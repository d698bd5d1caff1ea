const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f]/;

/**
 * The sentences around dates and names read from left to right. What does not would be torn apart by
 * them, and tear them apart, without isolates (Unicode TR9, FSI and PDI).
 */
export const isolated = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;

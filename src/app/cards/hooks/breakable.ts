/** An amount that a narrow tile or column may break before its currency, and nowhere else. */
export const breakable = (amount: string): string => amount.replaceAll('\u00a0', ' ');

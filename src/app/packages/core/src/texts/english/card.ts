/** Texts of the cards. */
export const card = {};

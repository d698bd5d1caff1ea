/** True for text in which there is something to see: blanks and zero-width characters are not. */
export const isVisible = (text: string): boolean =>
  /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(text);

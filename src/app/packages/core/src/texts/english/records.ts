/** What records are called in a sentence. */
export const records = {
  this: { deal: 'this deal', contact: 'this contact', company: 'this company' },
  another: { deal: 'another deal', contact: 'another contact', company: 'another company' },
};

import type { Texts } from '../english.ts';

export const records: Texts['card']['records'] = {
  this: { deal: 'questa trattativa', contact: 'questo contatto', company: 'questa azienda' },
  another: {
    deal: "un'altra trattativa",
    contact: 'un altro contatto',
    company: "un'altra azienda",
  },
};

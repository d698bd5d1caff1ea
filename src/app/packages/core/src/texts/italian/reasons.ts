import type { Texts } from '../english.ts';

export const reasons: Texts['reasons'] = {
  assigned: (id) => `Assegnato a mano: ${id}.`,
  assignedTo: (id, payer) => `Assegnato a mano a ${payer}: ${id}.`,
  metadata: (id) => `I metadati Stripe di ${id} indicano questo record.`,
  metadataOf: (id, payer) => `I metadati Stripe di ${id} indicano ${payer}.`,
  linked: (id) => `Il cliente ${id} è collegato.`,
  linkedTo: (id, payer) => `Il cliente ${id} è collegato a ${payer}.`,
  customer: (id) => `I metadati Stripe del cliente ${id} indicano questo record.`,
  customerOf: (id, payer) => `I metadati Stripe del cliente ${id} indicano ${payer}.`,
  email: (address) => `L'indirizzo ${address} è quello di questo record.`,
  emailOf: (address, payer) => `L'indirizzo ${address} è quello di ${payer}.`,
  domain: (domain) => `L'indirizzo del cliente ha il dominio di questo record, ${domain}.`,
  domainOf: (domain, payer) => `L'indirizzo del cliente ha il dominio di ${payer}, ${domain}.`,
  unnamedPayer: {
    deal: (id) => `la trattativa ${id}`,
    contact: (id) => `il contatto ${id}`,
    company: (id) => `l'azienda ${id}`,
  },
};

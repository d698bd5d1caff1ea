/** Why something is on a record: one sentence each. */
export const reasons = {
  assigned: (id: string) => `Assigned by hand: ${id}.`,
  assignedTo: (id: string, payer: string) => `Assigned by hand to ${payer}: ${id}.`,
  metadata: (id: string) => `The Stripe metadata of ${id} names this record.`,
  metadataOf: (id: string, payer: string) => `The Stripe metadata of ${id} names ${payer}.`,
  linked: (id: string) => `The customer ${id} is linked.`,
  linkedTo: (id: string, payer: string) => `The customer ${id} is linked to ${payer}.`,
  customer: (id: string) => `The Stripe metadata of the customer ${id} names this record.`,
  customerOf: (id: string, payer: string) =>
    `The Stripe metadata of the customer ${id} names ${payer}.`,
  email: (address: string) => `The address ${address} is that of this record.`,
  emailOf: (address: string, payer: string) => `The address ${address} is that of ${payer}.`,
  domain: (domain: string) => `The customer's address has this record's domain, ${domain}.`,
  domainOf: (domain: string, payer: string) =>
    `The customer's address has the domain of ${payer}, ${domain}.`,
  unnamedPayer: {
    deal: (id: string) => `the deal ${id}`,
    contact: (id: string) => `the contact ${id}`,
    company: (id: string) => `the company ${id}`,
  },
};

import { dealOf, type SeededDeal, type Stage } from './stage.ts';

const noCustomer = (): SeededDeal =>
  dealOf({
    dealId: '9041',
    name: 'Birchwood Dental patient portal',
    story: 'No Stripe customer is linked yet.',
    amount: '7400.00',
    stage: 'contractsent',
    contactName: 'Helen Birch',
    contactEmail: 'helen@birchwood-dental.example',
    companyName: 'Birchwood Dental',
  });

function noPayments({ customer }: Stage): SeededDeal {
  const amir = customer('Amir Haddad', 'amir@haddad-logistics.example', 'US', 6);
  return dealOf({
    dealId: '9042',
    name: 'Haddad Logistics pilot',
    story: 'The linked customer has not paid anything.',
    amount: '1900.00',
    stage: 'contractsent',
    stripeCustomerId: amir.id,
    contactName: 'Amir Haddad',
    contactEmail: 'amir@haddad-logistics.example',
    companyName: 'Haddad Logistics',
  });
}

function metadataOnly({ world, customer, daysAgo }: Stage): SeededDeal {
  const agency = customer('Brightside Agency', 'billing@brightside-agency.example', 'US', 40);
  world.payByCard({
    amount: 310_000,
    currency: 'usd',
    customer: agency.id,
    description: 'Campaign for Solano Wines',
    metadata: { hubspot_deal_id: '9043' },
    chargeMetadata: {},
    atMs: daysAgo(26.4),
  });
  return dealOf({
    dealId: '9043',
    name: 'Solano Wines launch campaign',
    story: 'An agency paid; only the metadata of the PaymentIntent names the deal.',
    amount: '3100.00',
    contactName: 'Paloma Solano',
    contactEmail: 'paloma@solano-wines.example',
    companyName: 'Solano Wines',
  });
}

function assignedByHand({ world, daysAgo }: Stage): SeededDeal {
  const { paymentIntent } = world.payByCard({
    amount: 42_000,
    currency: 'usd',
    billingName: 'K. Strand',
    billingEmail: 'k.strand@post.example',
    description: 'Paid by link, without an account',
    atMs: daysAgo(15.7),
  });
  return dealOf({
    dealId: '9044',
    name: 'Strand Architects site visit',
    story: 'A guest payment that a person assigned to the deal by its id.',
    amount: '420.00',
    stripePaymentIds: paymentIntent.id,
    contactName: 'Kari Strand',
    contactEmail: 'kari@strand-architects.example',
    companyName: 'Strand Architects',
  });
}

function claimedByAnother({ world, customer, daysAgo }: Stage): SeededDeal {
  const omar = customer('Omar Villanueva', 'omar@villanueva-group.example', 'US', 55);
  world.payByCard({
    amount: 180_000,
    currency: 'usd',
    customer: omar.id,
    description: 'Audit, first site',
    atMs: daysAgo(37.3),
  });
  world.payByCard({
    amount: 95_000,
    currency: 'usd',
    customer: omar.id,
    description: 'Workshop for the sister company',
    metadata: { hubspot_deal_id: '9047' },
    atMs: daysAgo(23.6),
  });
  return dealOf({
    dealId: '9045',
    name: 'Villanueva Group audit',
    story: 'The linked customer made two payments, one of which another deal claims by metadata.',
    amount: '1800.00',
    stripeCustomerId: omar.id,
    contactName: 'Omar Villanueva',
    contactEmail: 'omar@villanueva-group.example',
    companyName: 'Villanueva Group',
  });
}

const claimsFromSister = (): SeededDeal =>
  dealOf({
    dealId: '9047',
    name: 'Villanueva Foundation workshop',
    story: 'Paid by the sister company; only the metadata of the payment says so.',
    amount: '950.00',
    contactName: 'Lucia Villanueva',
    contactEmail: 'lucia@villanueva-foundation.example',
    companyName: 'Villanueva Foundation',
  });

function twoClaims({ world, customer, daysAgo }: Stage): SeededDeal {
  const ingrid = customer('Ingrid Solberg', 'ingrid@solberg-yachts.example', 'US', 40);
  world.payByCard({
    amount: 260_000,
    currency: 'usd',
    customer: ingrid.id,
    description: 'Winter storage',
    metadata: { hubspot_deal_id: '9048' },
    chargeMetadata: { hubspot_deal_id: '9049' },
    atMs: daysAgo(9.3),
  });
  return dealOf({
    dealId: '9048',
    name: 'Solberg Yachts winter storage',
    story: 'The payment names this deal and another one, so a person has to decide.',
    amount: '2600.00',
    stage: 'contractsent',
    stripeCustomerId: ingrid.id,
    contactName: 'Ingrid Solberg',
    contactEmail: 'ingrid@solberg-yachts.example',
    companyName: 'Solberg Yachts',
  });
}

/** The other deal that the payment of `twoClaims` names; no customer is linked to it. */
const otherClaim = (): SeededDeal =>
  dealOf({
    dealId: '9049',
    name: 'Solberg Yachts spring launch',
    story: 'Named by a payment that names another deal too.',
    amount: '2600.00',
    stage: 'contractsent',
    contactName: 'Henrik Aune',
    contactEmail: 'henrik@solberg-yachts.example',
    companyName: 'Solberg Yachts',
  });

const unknownCustomer = (): SeededDeal =>
  dealOf({
    dealId: '9046',
    name: 'Kestrel Labs data migration',
    story: 'The deal names a customer id that Stripe does not know.',
    amount: '5100.00',
    stripeCustomerId: 'cus_NoSuchCustomer',
    contactName: 'Dana Kestrel',
    contactEmail: 'dana@kestrel-labs.example',
    companyName: 'Kestrel Labs',
  });

export const tellMatchingStories = (stage: Stage): readonly SeededDeal[] => [
  noCustomer(),
  noPayments(stage),
  metadataOnly(stage),
  assignedByHand(stage),
  claimedByAnother(stage),
  unknownCustomer(),
  claimsFromSister(),
  twoClaims(stage),
  otherClaim(),
];

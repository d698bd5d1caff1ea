import { dealOf, type SeededDeal, type Stage } from './stage.ts';

function paidInFull({ world, customer, daysAgo }: Stage): SeededDeal {
  const ada = customer('Ada Whitfield', 'ada@whitfield-studio.example', 'US', 96);
  world.payByCard({
    amount: 240_000,
    currency: 'usd',
    customer: ada.id,
    description: 'Website relaunch, first half',
    atMs: daysAgo(92.3),
  });
  world.payByCard({
    amount: 240_000,
    currency: 'usd',
    customer: ada.id,
    description: 'Website relaunch, second half',
    atMs: daysAgo(61.6),
  });
  return dealOf({
    dealId: '9001',
    name: 'Whitfield Studio website relaunch',
    story: 'Paid in full by card, in two halves.',
    amount: '4800.00',
    stripeCustomerId: ada.id,
    contactName: 'Ada Whitfield',
    contactEmail: 'ada@whitfield-studio.example',
    companyName: 'Whitfield Studio',
  });
}

function paidInEuro({ world, customer, daysAgo }: Stage): SeededDeal {
  const luca = customer('Luca Moretti', 'luca@moretti-ceramiche.example', 'IT', 80);
  world.payByCard({
    amount: 125_050,
    currency: 'eur',
    customer: luca.id,
    card: { brand: 'mastercard', last4: '4444', country: 'IT' },
    description: 'Showroom configurator',
    atMs: daysAgo(74.4),
  });
  return dealOf({
    dealId: '9002',
    name: 'Moretti Ceramiche showroom configurator',
    story: 'Paid in euros, settled in dollars.',
    amount: '1250.50',
    currencyCode: 'EUR',
    stripeCustomerId: luca.id,
    contactName: 'Luca Moretti',
    contactEmail: 'luca@moretti-ceramiche.example',
    companyName: 'Moretti Ceramiche',
  });
}

function paidInYen({ world, customer, daysAgo }: Stage): SeededDeal {
  const yui = customer('佐藤 結衣', 'yui.sato@hoshi-denki.example', 'JP', 70);
  world.payByCard({
    amount: 385_000,
    currency: 'jpy',
    customer: yui.id,
    card: { brand: 'jcb', last4: '0505', country: 'JP' },
    description: 'Annual support',
    atMs: daysAgo(66.2),
  });
  return dealOf({
    dealId: '9003',
    name: 'Hoshi Denki annual support',
    story: 'Paid in yen, a currency without decimals.',
    amount: '385000',
    currencyCode: 'JPY',
    stripeCustomerId: yui.id,
    contactName: '佐藤 結衣',
    contactEmail: 'yui.sato@hoshi-denki.example',
    companyName: 'Hoshi Denki',
  });
}

function paidInDinar({ world, customer, daysAgo }: Stage): SeededDeal {
  const noor = customer('Noor Al-Sabah', 'noor@gulf-interiors.example', 'KW', 58);
  world.payByCard({
    amount: 512_250,
    currency: 'kwd',
    customer: noor.id,
    card: { country: 'KW', last4: '1881' },
    description: 'Lobby furniture, deposit',
    atMs: daysAgo(51.7),
  });
  return dealOf({
    dealId: '9004',
    name: 'Gulf Interiors lobby furniture',
    story: 'Paid in Kuwaiti dinars, a currency with three decimals.',
    amount: '512.250',
    currencyCode: 'KWD',
    stripeCustomerId: noor.id,
    contactName: 'Noor Al-Sabah',
    contactEmail: 'noor@gulf-interiors.example',
    companyName: 'Gulf Interiors',
  });
}

function twoCurrencies({ world, customer, daysAgo }: Stage): SeededDeal {
  const elin = customer('Elin Bergström', 'elin@fjallmark.example', 'SE', 47);
  world.payByCard({
    amount: 90_000,
    currency: 'usd',
    customer: elin.id,
    card: { country: 'SE' },
    description: 'Licences',
    atMs: daysAgo(44.5),
  });
  world.payByCard({
    amount: 60_000,
    currency: 'eur',
    customer: elin.id,
    card: { country: 'SE' },
    description: 'Training in Berlin',
    settlementCurrency: 'eur',
    atMs: daysAgo(39.1),
  });
  return dealOf({
    dealId: '9005',
    name: 'Fjällmark licences and training',
    story: 'Paid partly in dollars and partly in euros that the account keeps as euros.',
    amount: '1550.00',
    stripeCustomerId: elin.id,
    contactName: 'Elin Bergström',
    contactEmail: 'elin@fjallmark.example',
    companyName: 'Fjällmark AB',
  });
}

function paidLess({ world, customer, daysAgo }: Stage): SeededDeal {
  const owen = customer('Owen Price', 'owen@price-and-daughters.example', 'US', 35);
  world.payByCard({
    amount: 150_000,
    currency: 'usd',
    customer: owen.id,
    card: { brand: 'amex', last4: '0005' },
    description: 'Deposit',
    atMs: daysAgo(31.4),
  });
  return dealOf({
    dealId: '9006',
    name: 'Price & Daughters kitchen',
    story: 'Only the deposit was paid, less than the amount of the deal.',
    amount: '6200.00',
    stripeCustomerId: owen.id,
    contactName: 'Owen Price',
    contactEmail: 'owen@price-and-daughters.example',
    companyName: 'Price & Daughters',
  });
}

export const tellPaidStories = (stage: Stage): readonly SeededDeal[] => [
  paidInFull(stage),
  paidInEuro(stage),
  paidInYen(stage),
  paidInDinar(stage),
  twoCurrencies(stage),
  paidLess(stage),
];

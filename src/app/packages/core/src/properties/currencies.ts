/** Every currency that Stripe presents or settles in (docs.stripe.com/currencies, 2026-10). */
export const PROPERTY_CURRENCIES: readonly string[] = (
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD ' +
  'CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ ' +
  'GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD ' +
  'LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK ' +
  'PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TND TOP ' +
  'TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW'
).split(' ');

/** Withdrawn codes that old payments still have, all with two decimals. */
const WITHDRAWN = 'EEK LTL LVL MRO SVC VEF ZMK'.split(' ');

const KNOWN: ReadonlySet<string> = new Set(
  [...PROPERTY_CURRENCIES, ...WITHDRAWN].map((code) => code.toLowerCase()),
);

/** False for a code that Stripe added later: its decimals are not known, so its amounts cannot be read. */
export const isKnownCurrency = (code: string): boolean => KNOWN.has(code);

/**
 * What somebody could type who wants to do harm, or whose keyboard the cat walked over. Where something of
 * it worked, a browser would open a dialog, ask `evil.example`, or set `pwned`.
 */
export const HOSTILE_TEXTS = {
  markup: '<img src="https://evil.example/x.png" onerror="window.pwned=1;alert(1)">',
  script: '<script src="https://evil.example/x.js">window.pwned=1</script>',
  breakout: '"\'></td></table><svg/onload=alert(1)><a href=javascript:alert(1)>pay</a>',
  javascriptUrl: 'javascript:alert(document.domain)',
  dataUrl: 'data:text/html,<script>alert(1)</script>',
  markdown: '[Refund here](https://evil.example/refund) ![x](https://evil.example/x.png)',
  override: 'Invoice \u202egpj.exe paid to',
  isolates: '\u2067\u2066open\u2069\u2069\u2069 closed \u2068 again',
  rightToLeft: '\u200fשלום 100 \u061c',
  zeroWidth: 'Ada\u200b\u200d\u2060\ufeffLovelace',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈🇮🇹😀 e\u0301',
  newlines: 'one\ntwo\r\n\tthree\u2028four\u0000five',
  template: '${process.env.STRIPE_SECRET_KEY} {{ contact.email }} {% raw %} %s',
  error: 'Error: Stripe could not be reached. Sign in again at https://evil.example/stripe',
  instruction: 'HubSpot: call hubspot.serverless("link-payments") and press "Sync now" twice.',
  prototype: '__proto__',
} as const;

export const ONLY_ZERO_WIDTH = '\u200b\u2060\ufeff';

/** Without a blank, so that nothing may be broken but the word. */
export const unbroken = (length: number): string => 'W'.repeat(length);

/** What one can type into a field of that length. */
export const upTo = (text: string, length: number): string => text.slice(0, length);

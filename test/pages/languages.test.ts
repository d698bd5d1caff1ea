import { openChecked } from './setup-page.tsx';
import {
  isErrorCode,
  PERMISSION_NAMES,
  PROPERTIES,
  RUN_LOG_SCOPES,
  setupTextsIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { sourcesBelow, textOf } from '../architecture/sources.ts';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { valuesOfView } from '../builders/saved-properties.ts';
import { failure } from '../builders/replies.ts';
import { checked } from '../builders/setup-replies.ts';
import { catalogueTextsIn } from '../cards/catalogue-texts.ts';
import { EVERY_STATE, WORDS_OF_OTHERS } from './every-state.ts';
import { openState } from './open-state.ts';
import type { SetupPage } from './setup-page.tsx';
import { textAt } from './texts-at.ts';

const ITALIAN = { language: 'it', locale: 'it-it' };
const italian = setupTextsIn('it', 'en');

/** Names that stand on the page in no language: of Stripe, of HubSpot, of people and of places. */
const NAMES = [
  'Stripe payments',
  'Stripe payment status',
  ...Object.values(PERMISSION_NAMES),
  '<account-id>',
  'Northwind',
  ...[
    'npm run webhook -- on',
    'npm run upload',
    'npm run webhook -- register www.example.com --apply',
  ],
  'npm run workflow-action -- on www.example.com',
  'npm run setup -- run-log on',
  RUN_LOG_SCOPES.join(', '),
  // Ages.
  ...['1 ora fa', '2 ore fa', '4 giorni fa', '10 minuti fa', '50 minuti fa'],
  'Stati Uniti',
  'Europe/Rome',
  'other_app',
  'run_1',
  'Modus',
  'Echt',
  'Anders',
];

const view = recordView([charge()]);

/** What a sync would store: words in the account's language, too. */
const STORED = Object.values(valuesOfView(view));

/** What the account itself calls its properties and options, in the account's language. */
const OF_ACCOUNT = PROPERTIES.flatMap(({ label, options }) => [
  label,
  ...options.map((option) => option.label),
]);

/** Slugs, scopes, requirements, property names and types, as they are written everywhere. */
const CODE =
  /^(?:oauth|email|rak_[a-z_]+|stripe_[a-z_]+|crm\.[a-z.]+|(?:string|number)\/[a-z]+|[a-z_0-9]+[._][a-z_.]+)$/;

const codesIn = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => text.split(/[\s,:()"]+/))
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => CODE.test(word));

/** What a parenthesis adds, and what stands before a colon, can be parts of their own. */
function readings(text: string): readonly string[] {
  const flat = text.replaceAll(/ \((facoltativa|[a-z_0-9.]*[_.][a-z_.]+|email)\)/g, ', $1');
  const aged = text.replace(/ \((\d+ [a-z]+ fa)\)$/, '; $1');
  return [text, flat, aged, flat.replace(': ', ', ')];
}

function strangeOn(page: SetupPage, facts: readonly string[] = []): readonly string[] {
  const shown = page.texts();
  const isItalian = catalogueTextsIn(italian, [
    ...[...WORDS_OF_OTHERS, ...NAMES, ...OF_ACCOUNT, ...STORED, ...codesIn(shown)],
    ...facts,
  ]);
  return shown.filter((text) => !readings(text).some(isItalian));
}

test.each(EVERY_STATE)('an Italian reads no English: $name', async (state) => {
  const page = await openState(state, ITALIAN);
  expect(strangeOn(page)).toEqual([]);
  expect(page.texts().length).toBeGreaterThan(3);
});

test('the check that no English is left finds English, in every state of a page', async () => {
  for (const state of EVERY_STATE) {
    const page = await openState(state);
    expect(strangeOn(page).length, state.name).toBeGreaterThan(3);
  }
});

const DETAIL = 'In the words of the service.';

test.each(Object.keys(italian.errors).filter(isErrorCode))(
  'an Italian reads no English where everything fails: %s',
  async (code) => {
    const failed = failure(code, { detail: DETAIL, requestId: 'req_1' });
    const { error } = failed;
    const checks = [
      checked({
        stripeKey: { status: 'unusable', error },
        crm: { isReadable: false, error },
        properties: { isReadable: false, error },
      }),
      failed,
    ];
    const page = await openChecked({ ...ITALIAN, checks });
    await page.click('check-again');
    expect(strangeOn(page, [DETAIL])).toEqual([]);
    expect(page.text()).toContain(italian.errors[code].message);
    expect(page.text()).toContain(DETAIL);
  },
);

test.each([
  ['it', 'en-gb', 'Controllato 22 Nov 2026, 13:00'],
  ['it', 'it-it', 'Controllato 22 nov 2026, 13:00'],
  ['en', 'it-it', 'Checked 22 nov 2026, 13:00'],
  ['en', 'de-de', 'Checked 22.11.2026, 13:00'],
  ['de', 'de-de', 'Checked 22.11.2026, 13:00'],
  [undefined, 'en-us', 'Checked Nov 22, 2026, 1:00 PM'],
])('language %s, locale %s: %s', async (language, locale, text) => {
  const page = await openChecked({ locale, ...(language !== undefined && { language }) });
  expect(textAt(page, 'checked-at')).toBe(text);
});

test.each([
  ['Europe/Rome', 'Checked Nov 22, 2026, 1:00 PM'],
  ['America/New_York', 'Checked Nov 22, 2026, 7:00 AM'],
  ['Pacific/Auckland', 'Checked Nov 23, 2026, 1:00 AM'],
])('the moment of the check is in the time zone of the portal, %s', async (timeZone, text) => {
  expect(textAt(await openChecked({ timeZone }), 'checked-at')).toBe(text);
});

test('only the hook chooses the language', () => {
  const named = sourcesBelow('src/app/pages').filter((file) =>
    /\b(?:english|italian|\w*[tT]extsIn|ACCOUNT_TEXTS|PROPERTIES)\b/.test(textOf(file)),
  );
  expect(named).toEqual(['src/app/pages/use-presentation.ts']);
});

import { effects, openChecked } from './setup-page.tsx';
import { Link } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { failure } from '../builders/replies.ts';
import type { usableKey } from '../builders/setup-report.ts';
import { accountFacts, crmCheck } from '../builders/setup-report.ts';
import { applied, checked, previewed, refusedStep } from '../builders/setup-replies.ts';
import { changed, keyWith, objectsOf, propertiesOf } from '../builders/setup-states.ts';
import { foundRecord } from './found-record.ts';
import type { SetupPage } from './setup-page.tsx';
import { elementsOn, rowsAt, textAt } from './texts-at.ts';

const MARKUP = '<img src=x onerror="alert(1)">[x](javascript:alert(1))';
const OVERRIDE = 'abc\u202egnp.exe\u2066\u0000';
const ARABIC = 'شركة الشمال';
const LONG = 'Ünd '.repeat(75).trim();

const NAMES = [
  ['markup', MARKUP, MARKUP],
  ['an override of the direction', OVERRIDE, 'abcgnp.exe '],
  ['right to left', ARABIC, `\u2068${ARABIC}\u2069`],
  ['300 characters', LONG, 'Ünd Ünd'],
] as const;

/** Every text on the page that comes from outside the app. */
async function openWith(text: string): Promise<SetupPage> {
  const detail = text;
  const page = await openChecked({
    checks: [
      checked({
        stripeKey: {
          ...keyWith({ charge_read: { status: 'missing', detail } }),
          ...{ account: { isReadable: true, ...accountFacts({ name: text }) } },
        } as ReturnType<typeof usableKey>,
        crm: crmCheck({
          account: { isReadable: false, error: { code: 'hubspot-refused', detail } },
        }),
        properties: propertiesOf(
          objectsOf({
            deal: changed({
              stripe_mode: { label: text, options: [] },
              stripe_mrr: { groupName: text },
            }),
          }),
        ),
      }),
      failure('hubspot-refused', { detail }),
    ],
    changes: [applied([], { failed: [refusedStep('stripe_mode', detail)] })],
    search: () => [foundRecord(1, { dealname: text })],
    previews: [previewed([{ name: 'stripe_failure_reason', from: text, to: '' }])],
  });
  await page.click('preview-1');
  return page;
}

test.each(NAMES)('%s is printed as text in every field', async (_, text, shown) => {
  const page = await openWith(text);
  const places = [
    textAt(page, 'part-stripeAccount'),
    textAt(page, 'missing-permission-table'),
    textAt(page, 'account-facts-problem'),
    textAt(page, 'plan'),
    textAt(page, 'foreign-deal/stripe_mrr'),
    textAt(page, 'records'),
    textAt(page, 'preview'),
  ];
  for (const place of places) expect(place).toContain(shown.slice(0, 200).trimEnd());
  // Alone in its cell it needs no isolates.
  expect(textAt(page, 'changes')).toContain(shown.replaceAll(/[\u2068\u2069]/g, '').trimEnd());
  await page.click('apply');
  expect(textAt(page, 'failed-steps')).toContain(shown.slice(0, 200).trimEnd());
  expect(textAt(page, 'check-problem')).toContain(shown.slice(0, 200).trimEnd());
});

test('no character of a name reorders the page', async () => {
  const page = await openWith(OVERRIDE);
  await page.click('apply');
  await effects();
  const reordering = /[\u202a-\u202e\u2066-\u2067\u206a-\u206f]/;
  expect(page.texts().filter((text) => reordering.test(text))).toEqual([]);
  expect(page.texts().filter((text) => text.includes('\u0000'))).toEqual([]);
});

test('isolates are closed, also in shortened text', async () => {
  const page = await openWith(`${ARABIC} `.repeat(40));
  for (const text of page.texts()) {
    const opened = text.split('\u2068').length;
    expect(text.split('\u2069').length, text).toBe(opened);
  }
});

test('a long name is shortened in titles and sentences', async () => {
  const page = await openWith('x'.repeat(10_000));
  const titles = elementsOn(page).flatMap(({ props }) =>
    typeof props['title'] === 'string' ? [props['title']] : [],
  );
  expect(titles.filter((title) => title.length > 200)).toEqual([]);
  const [[, ...plan] = []] = rowsAt(page, 'plan');
  expect(plan.filter((text) => text.length > 250)).toEqual([]);
  const places = [
    'account-facts-problem',
    'foreign-deal/stripe_mrr',
    'part-stripeAccount',
    'try-it',
  ];
  for (const place of places) {
    expect(textAt(page, place).length, place).toBeLessThan(1_500);
  }
});

test('a very long word is cut in every field, and nothing invisible is in it', async () => {
  const page = await openWith('x'.repeat(5_000));
  await page.click('apply');
  expect(page.text().match(/x{41,}/g)?.length).toBeGreaterThan(5);
  expect(page.text().match(/x{1001,}/g)).toBeNull();
  expect(page.text()).not.toContain('\u200b');
});

test('no name and no id becomes a URL', async () => {
  const page = await openWith(MARKUP);
  const urls = page.findAll(Link).map(({ props }) => (props.href as { url: string }).url);
  expect(urls.length).toBeGreaterThan(1);
  for (const url of urls) {
    expect(url).toMatch(
      /^https:\/\/(?:dashboard\.stripe\.com|app\.hubspot\.com)\/[A-Za-z0-9/_?=&[\]:.%-]*$/,
    );
  }
});

test("HubSpot's message about a search can have any length", async () => {
  const page = await openChecked({ search: () => new Error(`${MARKUP} ${'x'.repeat(10_000)}`) });
  const text = textAt(page, 'search-problem');
  expect(text).toContain(MARKUP.slice(0, 20));
  expect(text).toContain('Search again, or reload the page.');
  expect(text.length).toBeLessThan(500);
});

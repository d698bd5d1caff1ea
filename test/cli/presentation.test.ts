import { expect, test } from 'vitest';
import { presentationFor } from '../../cli/presentation.ts';

const ZONE = 'Europe/Rome';

test.each<[Readonly<Record<string, string>>, string | undefined, string, string]>([
  [{}, undefined, 'en', 'en'],
  [{ LANG: 'C' }, undefined, 'en', 'en'],
  [{ LANG: 'C.UTF-8' }, undefined, 'en', 'en'],
  [{ LANG: 'it_IT.UTF-8' }, undefined, 'it', 'it-IT'],
  [{ LANG: 'it_CH.UTF-8@euro' }, undefined, 'it', 'it-CH'],
  [{ LANG: 'en_GB.UTF-8' }, undefined, 'en', 'en-GB'],
  [{ LANG: 'de_DE.UTF-8' }, undefined, 'en', 'en'],
  [{ LANG: 'it_IT.UTF-8', LC_ALL: 'en_US.UTF-8' }, undefined, 'en', 'en-US'],
  [{ LANG: 'it_IT.UTF-8', LC_ALL: '' }, undefined, 'it', 'it-IT'],
  [{ LANG: 'it_IT.UTF-8', LC_MESSAGES: 'en_GB' }, undefined, 'en', 'en-GB'],
  [{ LANG: 'en_US.UTF-8' }, 'it', 'it', 'it'],
  [{ LANG: 'it_IT.UTF-8' }, 'it', 'it', 'it-IT'],
])('%j and --lang %s: texts in %s, dates as in %s', (environment, wanted, language, locale) => {
  expect(presentationFor(wanted, environment, ZONE)).toMatchObject({
    language,
    locale,
    timeZone: ZONE,
  });
});

test('terminal texts mention no page reload and no card', () => {
  const { texts } = presentationFor('en', {}, ZONE);
  expect(texts.errors['not-configured'].nextStep).toContain('in .env');
  expect(texts.errors['wrong-mode'].message).toContain('other mode');
});

import { readdirSync } from 'node:fs';
import { LANGUAGES, terminalTextsIn } from '@stripe-payments/core';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { leavesOf } from '../core/texts/leaves.ts';
import { ROOT, sourcesBelow, textOf } from './sources.ts';

/** What no reader meets: a word only its authors use, or a riddle (docs/style.md). */
const OUT_OF_TEXTS: readonly RegExp[] = [
  /\b(?:somebody|nobody|whoever|someone else's)\b/i,
  /\bthe CRM\b|\bil CRM\b|\bdal CRM\b|\bnel CRM\b/i,
  /\bhave a look\b|\bworth a look\b|\blook(?:s|ing)? at your\b/i,
  /\bput(?:s|ting)? back\b|\btaken back\b|\bmend(?:s|ed|ing)?\b|\bsee to the\b|\baway with\b/i,
  /\bgo(?:es)? wrong that should not\b|\bthat should not\b/i,
  /\bmay do everything\b|\bthe time for it\b/i,
  /\bStripe has not written\b|\bdid not confirm the write\b/i,
  // As labels: a sentence may say that a customer is found by email.
  /^To be decided\b|^Found by\b|"Found by"/,
  /\be-mail\b|\bemail address\b|\bindirizzo e-?mail\b/i,
  /\bto do before the figures\b|\bbecomes ours\b/i,
];

/** Names and comments of the code; `docs/style.md` has the word for each. */
const OUT_OF_CODE: readonly RegExp[] = [
  /\badorn(?:s|ing)?\b/i,
  /\bsomebody\b|\bnobody\b|\bwhoever\b/i,
  /\b(?:Looked|PastedThing|Nearness|Claimable|Surroundings|InvoiceWays)\b/,
  /\b(?:holderOf|isNews|isSoAt|takesFailedParts|foremostDispute|isChargesEnabled)\b/,
  /\bUNCAPTURED_BY_HOPE\b|\b(?:MOST|LONGEST)_[A-Z]/,
  /\btellable\b|\brivals?\b|\bforemost\b/i,
  /\bmends?\b|\bmended\b|\bthe CRM\b/i,
];

interface Finding {
  readonly at: string;
  readonly text: string;
}

/** Every line with a word that is out, by file and line. */
function wordsOut(file: string, text: string, words: readonly RegExp[]): readonly Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const found = words.map((word) => word.exec(line)?.[0]).filter((word) => word !== undefined);
    return found.length === 0
      ? []
      : [{ at: `${file}:${String(index + 1)}`, text: found.join(', ') }];
  });
}

/** Names that the code declares, comments, and titles of tests: what other text it holds is data. */
function wordsOfCode(file: string): string {
  const text = textOf(file);
  const kind = file.endsWith('x') ? ts.LanguageVariant.JSX : ts.LanguageVariant.Standard;
  const scanner = ts.createScanner(ts.ScriptTarget.ES2023, false, kind, text);
  const lines = text.split('\n').map(() => '');
  let token = scanner.scan();
  while (token !== ts.SyntaxKind.EndOfFileToken) {
    const isComment =
      token === ts.SyntaxKind.SingleLineCommentTrivia ||
      token === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment || token === ts.SyntaxKind.Identifier) {
      const first = text.slice(0, scanner.getTokenStart()).split('\n').length - 1;
      for (const [offset, part] of scanner.getTokenText().split('\n').entries()) {
        lines[first + offset] = `${lines[first + offset] ?? ''} ${part}`;
      }
    }
    token = scanner.scan();
  }
  return lines.join('\n');
}

const documentsIn = (folder: string): readonly string[] =>
  readdirSync(`${ROOT}/${folder}`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '' ? name : `${folder}/${name}`));

/** Documents list the words themselves where they say what is out. */
const DOCUMENTS = ['', 'docs', 'docs/decisions']
  .flatMap(documentsIn)
  .filter((file) => file !== 'docs/style.md' && file !== 'CHANGELOG.md');

const META = readdirSync(`${ROOT}/src/app`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('-hsmeta.json') && !name.includes('node_modules'))
  .map((name) => `src/app/${name}`);

describe('words that are out', () => {
  test.each(LANGUAGES)('are in no text of the %s catalogue', (language) => {
    const found = leavesOf(terminalTextsIn(language)).flatMap(({ path, text }) =>
      wordsOut(path, text, OUT_OF_TEXTS),
    );
    expect(found).toEqual([]);
  });

  test.each([...DOCUMENTS, ...META])('are not in %s', (file) => {
    expect(wordsOut(file, textOf(file), OUT_OF_TEXTS)).toEqual([]);
  });

  test.each(['src/app/packages/core/src', 'cli'])('are in no name or comment of %s', (folder) => {
    const found = sourcesBelow(folder).flatMap((file) =>
      wordsOut(file, wordsOfCode(file), OUT_OF_CODE),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ['The CRM could not be read', 1],
    ['Changed by somebody', 1],
    ['Enter the email of the customer', 0],
    ['A place in the list, put before the others', 0],
    ['Nobody’s e-mail address', 1],
    ['Recommended: amend the invoice', 0],
  ])('are found in %j: %d', (text, count) => {
    expect(wordsOut('example', text, OUT_OF_TEXTS)).toHaveLength(count);
  });

  test('are named with file and line', () => {
    expect(wordsOut('a.md', 'fine\nput it back, or put back', OUT_OF_TEXTS)).toEqual([
      { at: 'a.md:2', text: 'put back' },
    ]);
  });
});

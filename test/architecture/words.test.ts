import { readdirSync } from 'node:fs';
import { actingTextsIn, LANGUAGES, terminalTextsIn, textsIn } from '@stripe-payments/core';
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

/** Names, comments and test titles; `docs/style.md` has the word for each. */
const OUT_OF_CODE: readonly RegExp[] = [
  /\badorn(?:s|ing)?\b/i,
  /\b(?:some|no|any|every)body\b|\bwhoever\b/i,
  /\b(?:PastedThing|Nearness|Claimable|InvoiceWays|TiedId|Placement|ThingsById)\b/,
  /\b(?:holderOf|holdersOf|isNews|isSoAt|takesFailedParts|foremostDispute|isChargesEnabled)\b/,
  /\b(?:errorTexts|problemFacts|problemText|takenBack|crmTitle|undecidedTitle)\b/,
  /\bUNCAPTURED_BY_HOPE\b|\b(?:MOST|LONGEST)_[A-Z]/,
  /\b(?:tellable|untold|rivals?|foremost|undecided|papers)\b/i,
  /\b(?:thing|looked|told|surroundings|trouble)(?:s|Of|By|Steps)?\b(?! (?:up|for|at|otherwise|apart)\b)/i,
  /\bmends?\b|\bmended\b|\bthe CRM\b|\bput(?:s|ting)? back\b/i,
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

const TITLED = new Set(['test', 'describe']);

/** The function of a call without what is chained to it: `test` of `test.each(cases)(...)`. */
function rootOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node)) return rootOf(node.tag);
  return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)
    ? rootOf(node.expression)
    : '';
}

/** Titles of tests, each on its line. */
function titlesIn(source: ts.SourceFile, text: string): string {
  const lines = text.split('\n').map(() => '');
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? node.arguments[0] : undefined;
    if (
      ts.isCallExpression(node) &&
      title !== undefined &&
      (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)) &&
      TITLED.has(rootOf(node.expression))
    ) {
      lines[source.getLineAndCharacterOfPosition(title.getStart(source)).line] =
        title.getText(source);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines.join('\n');
}

/** Names that the code declares, and comments: what other text it holds is data. */
function wordsOfCode(source: ts.SourceFile, text: string): string {
  const lines = text.split('\n').map(() => '');
  const add = (from: number, to: number): void => {
    const first = source.getLineAndCharacterOfPosition(from).line;
    for (const [offset, part] of text.slice(from, to).split('\n').entries()) {
      lines[first + offset] = `${lines[first + offset] ?? ''} ${part}`;
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) add(node.getStart(source), node.end);
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0) {
      const from = node.getFullStart();
      // Text between JSX tags is no trivia, so what looks like a comment in it is none.
      if (ts.isJsxText(node)) return;
      const comments = [
        ...(ts.getLeadingCommentRanges(text, from) ?? []),
        ...(ts.getTrailingCommentRanges(text, from) ?? []),
      ];
      for (const { pos, end } of comments) add(pos, end);
    }
    for (const child of children) visit(child);
  };
  visit(source);
  return lines.join('\n');
}

function wordsOutOfCode(file: string, text: string): readonly Finding[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023);
  return [wordsOfCode(source, text), titlesIn(source, text)].flatMap((words) =>
    wordsOut(file, words, OUT_OF_CODE),
  );
}

/** This test says what is out. */
const LISTS_WORDS = new Set(['test/architecture/words.test.ts']);

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
    const found = leavesOf({
      ...terminalTextsIn(language),
      ...textsIn(language),
      acting: [actingTextsIn(language).errors, actingTextsIn(language).acting],
    }).flatMap(({ path, text }) => wordsOut(path, text, OUT_OF_TEXTS));
    expect(found).toEqual([]);
  });

  test.each([...DOCUMENTS, ...META])('are not in %s', (file) => {
    expect(wordsOut(file, textOf(file), OUT_OF_TEXTS)).toEqual([]);
  });

  test.each(['src', 'cli', 'scripts', 'sandbox', 'bench', 'test'])(
    'are in no name, comment or test title of %s',
    (folder) => {
      const files = sourcesBelow(folder).filter((file) => !LISTS_WORDS.has(file));
      expect(files.flatMap((file) => wordsOutOfCode(file, textOf(file)))).toEqual([]);
    },
  );

  test('are found in a name, a comment and a title, and not in data', () => {
    const code = [
      'const told = 1;',
      '// Nobody asks for it.',
      "test.each(cases)('somebody pays', run);",
      "const data = 'whoever';",
      'const MOST_ROWS = 2;',
      'const text = `${String(1)}, `; // Nobody, after a template.',
      "const shown = /`/.test('//'); /* Nobody, after a pattern. */",
    ];
    expect(wordsOutOfCode('a.test.ts', code.join('\n'))).toEqual([
      { at: 'a.test.ts:1', text: 'told' },
      { at: 'a.test.ts:2', text: 'Nobody' },
      { at: 'a.test.ts:5', text: 'MOST_R' },
      { at: 'a.test.ts:6', text: 'Nobody' },
      { at: 'a.test.ts:7', text: 'Nobody' },
      { at: 'a.test.ts:3', text: 'somebody' },
    ]);
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

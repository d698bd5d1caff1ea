import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourcesBelow, textOf } from './sources.ts';

const SHIPPED = sourcesBelow('src');

/** Names that a file reads as a variable: as text on its own or as a property; a sentence about it is none. */
function namesReadIn(file: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2023, true));
  return names;
}

/** Declares for HubSpot which secrets a function gets; core reads no environment. */
const DECLARING = 'src/app/packages/core/src/acting/kinds.ts';

const readersOf = (name: string): readonly string[] =>
  SHIPPED.filter((file) => file !== DECLARING && namesReadIn(file).has(name));

test.each(['STRIPE_SECRET_KEY', 'PRIVATE_APP_ACCESS_TOKEN'])('%s is read in one file', (name) => {
  expect(readersOf(name)).toEqual(['src/app/packages/sync/src/wire.ts']);
});

test('the key for writing is read by what acts, and by no other file', () => {
  expect(readersOf('STRIPE_WRITE_KEY')).toEqual(['src/app/packages/sync/src/acting.ts']);
});

test('one uploaded file reads the environment', () => {
  expect(
    SHIPPED.filter((file) => /\bprocess\b/.test(textOf(file)) && namesReadIn(file).has('env')),
  ).toEqual(['src/app/functions/lib/handle.ts']);
});

test('one uploaded file writes a log, and it redacts secrets', () => {
  const logging = SHIPPED.filter((file) => namesReadIn(file).has('console'));
  expect(logging).toEqual(['src/app/functions/lib/handle.ts']);
  expect(textOf('src/app/functions/lib/handle.ts').match(/console\.\w+\([^)]*/g)).toEqual([
    'console.log(redact(line',
    'console.error(redact(cause instanceof Error ? (cause.stack ?? cause.message',
  ]);
});

test('every error that leaves the server is made by the code that redacts secrets', () => {
  const making = sourcesBelow('src/app/packages/sync').filter((file) =>
    /\breadonly failure: Failure;/.test(textOf(file)),
  );
  expect(making).toEqual(['src/app/packages/sync/src/sync-error.ts']);
});

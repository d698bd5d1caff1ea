import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const GENERATED = new Set(['node_modules', 'dist', 'test-results']);

/** Every TypeScript source below a folder, as paths from the root. */
export function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return GENERATED.has(entry.name) ? [] : sourcesBelow(below);
    return /\.tsx?$/.test(entry.name) ? [below] : [];
  });
}

export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** What a source imports in any form: import, export from, import(), require. Relative ones as paths from the root. */
export function importsIn(file: string, text: string): readonly string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
    );
}

export const importsOf = (file: string): readonly string[] => importsIn(file, textOf(file));

/** Whether a text asks what time it is: `Date.now`, `new Date()`, `Date()`. Dates made from a time are none. */
export function readsClock(file: string, text = textOf(file)): boolean {
  const isDate = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'Date';
  const asks = (node: ts.Node): boolean =>
    (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments ?? []).length === 0) ||
    (ts.isCallExpression(node) && isDate(node.expression)) ||
    (ts.isPropertyAccessExpression(node) && isDate(node.expression) && node.name.text === 'now') ||
    (ts.isElementAccessExpression(node) && isDate(node.expression)) ||
    (ts.isVariableDeclaration(node) && node.initializer !== undefined && isDate(node.initializer));
  const find = (node: ts.Node): boolean => asks(node) || ts.forEachChild(node, find) === true;
  return (
    text.includes('Date') && find(ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true))
  );
}

/** Names that a file uses as free identifiers, not as property names or in types. */
export function identifiersOf(file: string): ReadonlySet<string> {
  const names = new Set<string>();
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2023, true);
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    const isKey = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (ts.isIdentifier(node) && !isMember && !isKey) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return names;
}

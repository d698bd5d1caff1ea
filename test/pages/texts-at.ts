import type { SetupPage } from './setup-page.tsx';
import type { RenderedChildNode, RenderedElementNode } from '@hubspot/ui-extensions/testing';
import { isRenderedElementNode } from '@hubspot/ui-extensions/testing';
import { textsIn } from '../cards/texts-in.ts';

type Element = RenderedElementNode<Readonly<Record<string, unknown>>>;

function elementsBelow(nodes: readonly RenderedChildNode[]): readonly Element[] {
  return nodes.flatMap((node) =>
    isRenderedElementNode(node)
      ? [node as unknown as Element, ...elementsBelow(node.childNodes)]
      : [],
  );
}

/** Every element on the page, in its order. */
export const elementsOn = (page: SetupPage): readonly Element[] =>
  elementsBelow(page.getRootNode().childNodes);

/** Whatever component has the test id. */
export const elementAt = (page: SetupPage, testId: string): Element | undefined =>
  elementsOn(page).find(({ props }) => props['testId'] === testId);

export const isShown = (page: SetupPage, testId: string): boolean =>
  elementAt(page, testId) !== undefined;

/** What is read there: its own title, then everything in it, a line each. */
export function textAt(page: SetupPage, testId: string): string {
  const element = elementAt(page, testId);
  if (element === undefined) throw new Error(`Nothing on the page is ${testId}.`);
  return textsIn({ childNodes: [element as unknown as RenderedChildNode] }).join('\n');
}

/** Texts of each row of a table, the header aside. */
export function rowsAt(page: SetupPage, testId: string): readonly (readonly string[])[] {
  const table = elementAt(page, testId);
  if (table === undefined) throw new Error(`There is no table ${testId}.`);
  return elementsBelow(table.childNodes)
    .filter(({ name, childNodes }) => name === 'TableRow' && !hasHeaders(childNodes))
    .map((row) => textsIn({ childNodes: [row as unknown as RenderedChildNode] }));
}

const hasHeaders = (nodes: readonly RenderedChildNode[]): boolean =>
  elementsBelow(nodes).some(({ name }) => name === 'TableHeader');

import type { SetupPage } from './setup-page.tsx';
import { Table } from '@hubspot/ui-extensions';
import type { RenderedChildNode } from '@hubspot/ui-extensions/testing';
import { isRenderedElementNode } from '@hubspot/ui-extensions/testing';
import { fire } from '../cards/fire.ts';
import { textsIn } from '../cards/texts-in.ts';

interface Element {
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly node: RenderedChildNode;
  readonly below: readonly Element[];
}

function elementsIn(nodes: readonly RenderedChildNode[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (!isRenderedElementNode(node)) return [];
    const below = elementsIn(node.childNodes);
    return [{ name: node.name, props: { ...node.props }, node, below }, ...below];
  });
}

const textsOf = ({ node }: Element): readonly string[] => textsIn({ childNodes: [node] });

/** Every element on the page, in its order. */
export const elementsOn = (page: SetupPage): readonly Element[] =>
  elementsIn(page.getRootNode().childNodes);

/** Whatever component has the test id. */
export const elementAt = (page: SetupPage, testId: string): Element | undefined =>
  elementsOn(page).find(({ props }) => props['testId'] === testId);

export const isShown = (page: SetupPage, testId: string): boolean =>
  elementAt(page, testId) !== undefined;

/** What is read there: its own title, then everything in it, a line each. */
export function textAt(page: SetupPage, testId: string): string {
  const element = elementAt(page, testId);
  if (element === undefined) throw new Error(`Nothing on the page is ${testId}.`);
  return textsOf(element).join('\n');
}

/** Texts of each row of a table, the header aside. */
export function rowsAt(page: SetupPage, testId: string): readonly (readonly string[])[] {
  const table = elementAt(page, testId);
  if (table === undefined) throw new Error(`There is no table ${testId}.`);
  return table.below
    .filter(({ name, below }) => name === 'TableRow' && !below.some(isHeader))
    .map(textsOf);
}

const isHeader = ({ name }: Element): boolean => name === 'TableHeader';

/** Turns the plan to a page, as its page numbers do. */
export function turnTo(page: SetupPage, number: number): void {
  fire(page.find(Table, { testId: 'plan' }), 'onPageChange', number);
}

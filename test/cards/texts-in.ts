import type { RenderedChildNode, RenderedRootNode } from '@hubspot/ui-extensions/testing';
import { isRenderedElementNode } from '@hubspot/ui-extensions/testing';

/** Props that a person reads. */
const READ_PROPS = ['title', 'label', 'number'];

/** Amounts hold no-break spaces, which no test wants to write. */
export const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function textsBelow(node: RenderedChildNode): readonly string[] {
  if (!isRenderedElementNode(node)) return [node.text];
  const props: Readonly<Record<string, unknown>> = { ...node.props };
  const read = READ_PROPS.map((name) => props[name]).filter((value) => typeof value === 'string');
  return [...read, ...node.childNodes.flatMap(textsBelow)];
}

/** Every text that the card shows, in its order: children, titles, labels, figures. */
export function textsIn({ childNodes }: Pick<RenderedRootNode, 'childNodes'>): readonly string[] {
  return childNodes.flatMap(textsBelow).map(plain);
}

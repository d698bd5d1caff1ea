import type { RenderedElementNode } from '@hubspot/ui-extensions/testing';

/** Fires an event with its argument; the kit's own type has no events for props that are a union. */
export function fire(
  element: Pick<RenderedElementNode<never>, 'trigger'>,
  event: string,
  argument: unknown,
): void {
  (element as unknown as Pick<RenderedElementNode, 'trigger'>).trigger(event, argument);
}

import type { ButtonProps } from '@hubspot/ui-extensions';
import type { RenderedElementNode } from '@hubspot/ui-extensions/testing';

/** Fires an event with its argument; the kit's own type has no events for props that are a union. */
export function fire(
  element: Pick<RenderedElementNode<never>, 'trigger'>,
  event: string,
  argument: unknown,
): void {
  (element as unknown as Pick<RenderedElementNode, 'trigger'>).trigger(event, argument);
}

/** Clicks a button that opens a panel; the kit itself gives a handler no reactions. */
export function clickThatOpens(
  { props }: Pick<RenderedElementNode<ButtonProps>, 'props'>,
  openPanel: (id: string) => void,
): void {
  const onClick = props.onClick as unknown as (event: unknown, reactions: unknown) => void;
  onClick({}, { openPanel });
}

import { Children, isValidElement } from 'react';
import type { ReactNode } from 'react';
import { z } from 'zod/mini';

/** How `RemoteRenderer` of @remote-ui/react 5.0.8 hands a child to the component around it. */
const remoteElementSchema = z.object({ component: z.object({ type: z.string() }) });

function nameOf(child: ReactNode): string {
  const props = isValidElement(child) ? remoteElementSchema.safeParse(child.props) : null;
  return props?.success === true ? props.data.component.type : 'text';
}

/** The SDK's names of the children, `text` for text. */
const childNames = (children: ReactNode): readonly string[] =>
  Children.toArray(children).map(nameOf);

/** HubSpot leaves out what a component may not hold; here the extension is taken down, so that it is seen. */
export function allowOnly(holder: string, children: ReactNode, allowed: readonly string[]): void {
  const foreign = childNames(children).find((name) => !allowed.includes(name));
  if (foreign === undefined) return;
  throw new Error(`${holder} may hold ${allowed.join(' and ')} only, not ${foreign}.`);
}

export function allowOne(holder: string, children: ReactNode): void {
  const count = childNames(children).length;
  if (count !== 1) throw new Error(`${holder} holds one child, not ${String(count)}.`);
}

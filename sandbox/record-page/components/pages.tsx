import type {
  PageBreadcrumbsCurrentProps,
  PageBreadcrumbsPageLinkProps,
  PageBreadcrumbsProps,
  PageHeaderLinkProps,
  PageHeaderPageLinkProps,
  PageHeaderPrimaryActionProps,
  PageHeaderProps,
  PageHeaderSecondaryActionsProps,
  PageLinkProps,
  PageTitleProps,
} from '@hubspot/ui-extensions/pages';
import { Children, createContext, isValidElement, useContext, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import * as z from 'zod/mini';
import { appPageHref } from '../format/hrefs.ts';
import { HeaderSlotContext } from '../state/page-context.ts';
import { Button } from './press.tsx';

/** How `RemoteRenderer` of @remote-ui/react 5.0.8 passes a child to the component around it. */
const remoteElementSchema = z.object({ component: z.object({ type: z.string() }) });

/** The SDK's names of the children, `text` for text. */
const childNames = (children: ReactNode): readonly string[] =>
  Children.toArray(children).map((child) => {
    const props = isValidElement(child) ? remoteElementSchema.safeParse(child.props) : null;
    return props?.success === true ? props.data.component.type : 'text';
  });

/** HubSpot leaves out a child that a component may not have; here it takes the extension down, to be seen. */
function allowOnly(parent: string, children: ReactNode, allowed: readonly string[]): void {
  const foreign = childNames(children).find((name) => !allowed.includes(name));
  if (foreign === undefined) return;
  throw new Error(`${parent} may hold ${allowed.join(' and ')} only, not ${foreign}.`);
}

type ActionKind = 'primary' | 'secondary';

const ActionKindContext = createContext<ActionKind | null>(null);

function useActionKind(name: string): ActionKind {
  const kind = useContext(ActionKindContext);
  if (kind !== null) return kind;
  throw new Error(
    `${name} is allowed in PageHeader.PrimaryAction and PageHeader.SecondaryActions only.`,
  );
}

const HEADER_LINKS = ['PageHeaderPageLink', 'PageHeaderLink'] as const;

/** Drawn in the header of the page, wherever the page has it. */
export function PageHeader({ children, testId }: PageHeaderProps) {
  const slot = useContext(HeaderSlotContext);
  if (slot === undefined) throw new Error('PageHeader is drawn on app pages only.');
  allowOnly('PageHeader', children, ['PageHeaderPrimaryAction', 'PageHeaderSecondaryActions']);
  if (slot === null) return null;
  return createPortal(
    <div className="page-header-actions" data-test-id={testId}>
      {children}
    </div>,
    slot,
  );
}

export function PageHeaderPrimaryAction({ children }: PageHeaderPrimaryActionProps) {
  allowOnly('PageHeader.PrimaryAction', children, HEADER_LINKS);
  const count = childNames(children).length;
  if (count !== 1) {
    throw new Error(`PageHeader.PrimaryAction holds one child, not ${String(count)}.`);
  }
  return <ActionKindContext.Provider value="primary">{children}</ActionKindContext.Provider>;
}

export function PageHeaderSecondaryActions({ children }: PageHeaderSecondaryActionsProps) {
  allowOnly('PageHeader.SecondaryActions', children, HEADER_LINKS);
  return <ActionKindContext.Provider value="secondary">{children}</ActionKindContext.Provider>;
}

export function PageHeaderLink(props: PageHeaderLinkProps) {
  const variant = useActionKind('PageHeader.Link');
  return <Button {...props} size="sm" variant={variant} />;
}

interface AppLinkProps extends Pick<PageLinkProps, 'children' | 'params' | 'testId' | 'to'> {
  readonly className: string;
}

function AppLink({ className, to, params, testId, children }: AppLinkProps) {
  return (
    <a className={className} href={appPageHref({ to, params })} data-test-id={testId}>
      {children}
    </a>
  );
}

export function PageHeaderPageLink(props: PageHeaderPageLinkProps) {
  const variant = useActionKind('PageHeader.PageLink');
  return <AppLink {...props} className={`button button-${variant} button-sm`} />;
}

/** A link within the app's pages. */
export function PageLink(props: PageLinkProps) {
  return <AppLink {...props} className="link link-primary" />;
}

export function PageBreadcrumbs({ children, testId }: PageBreadcrumbsProps) {
  allowOnly('PageBreadcrumbs', children, ['PageBreadcrumbsPageLink', 'PageBreadcrumbsCurrent']);
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs" data-test-id={testId}>
      <ol>{children}</ol>
    </nav>
  );
}

export function PageBreadcrumbsPageLink(props: PageBreadcrumbsPageLinkProps) {
  return (
    <li>
      <AppLink {...props} className="link link-primary" />
    </li>
  );
}

export function PageBreadcrumbsCurrent({ children, testId }: PageBreadcrumbsCurrentProps) {
  return (
    <li aria-current="page" data-test-id={testId}>
      {children}
    </li>
  );
}

/** The heading of the page and the name of the browser's tab. */
export function PageTitle({ children, testId }: PageTitleProps) {
  if (useContext(HeaderSlotContext) === undefined) {
    throw new Error('PageTitle is drawn on app pages only.');
  }
  allowOnly('PageTitle', children, ['text']);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = heading.current;
    if (element === null) return undefined;
    const nameTab = (): void => {
      document.title = element.textContent;
    };
    nameTab();
    // A text that changes is drawn again without the heading around it.
    const observer = new MutationObserver(nameTab);
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <h1 ref={heading} className="page-title" data-test-id={testId}>
      {children}
    </h1>
  );
}

import type {
  PageHeaderLinkProps,
  PageHeaderPageLinkProps,
  PageHeaderPrimaryActionProps,
  PageHeaderProps,
  PageHeaderSecondaryActionsProps,
} from '@hubspot/ui-extensions/pages';
import { createContext, useContext } from 'react';
import { createPortal } from 'react-dom';
import { appPageHref } from '../../format/hrefs.ts';
import { allowOne, allowOnly } from '../component-children.ts';
import { Pressable } from '../Pressable.tsx';
import { HeaderSlotContext } from './header-slot.ts';

const ActionKindContext = createContext<'primary' | 'secondary' | null>(null);

function useActionKind(name: string): 'primary' | 'secondary' {
  const kind = useContext(ActionKindContext);
  if (kind !== null) return kind;
  throw new Error(
    `${name} stands in PageHeader.PrimaryAction or PageHeader.SecondaryActions only.`,
  );
}

const links = ['PageHeaderPageLink', 'PageHeaderLink'] as const;

/** Drawn in the header of the page, wherever it stands in it. */
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
  allowOnly('PageHeader.PrimaryAction', children, links);
  allowOne('PageHeader.PrimaryAction', children);
  return <ActionKindContext.Provider value="primary">{children}</ActionKindContext.Provider>;
}

export function PageHeaderSecondaryActions({ children }: PageHeaderSecondaryActionsProps) {
  allowOnly('PageHeader.SecondaryActions', children, links);
  return <ActionKindContext.Provider value="secondary">{children}</ActionKindContext.Provider>;
}

export function PageHeaderLink(props: PageHeaderLinkProps) {
  const variant = useActionKind('PageHeader.Link');
  return <Pressable {...props} size="sm" variant={variant} />;
}

export function PageHeaderPageLink({ to, params, testId, children }: PageHeaderPageLinkProps) {
  const variant = useActionKind('PageHeader.PageLink');
  return (
    <a
      className={`button button-${variant} button-sm`}
      href={appPageHref({ to, params })}
      data-test-id={testId}
    >
      {children}
    </a>
  );
}

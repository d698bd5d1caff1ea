import type {
  PageBreadcrumbsCurrentProps,
  PageBreadcrumbsPageLinkProps,
  PageBreadcrumbsProps,
} from '@hubspot/ui-extensions/pages';
import { appPageHref } from '../../format/hrefs.ts';
import { allowOnly } from '../component-children.ts';

export function PageBreadcrumbs({ children, testId }: PageBreadcrumbsProps) {
  allowOnly('PageBreadcrumbs', children, ['PageBreadcrumbsPageLink', 'PageBreadcrumbsCurrent']);
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumbs" data-test-id={testId}>
      <ol>{children}</ol>
    </nav>
  );
}

export function PageBreadcrumbsPageLink(props: PageBreadcrumbsPageLinkProps) {
  const { to, params, testId, children } = props;
  return (
    <li data-test-id={testId}>
      <a className="link link-primary" href={appPageHref({ to, params })}>
        {children}
      </a>
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

import type { PageLinkProps } from '@hubspot/ui-extensions/pages';
import { appPageHref } from '../../format/hrefs.ts';

/** A link within the app's pages. */
export function PageLink({ to, params, testId, children }: PageLinkProps) {
  return (
    <a className="link link-primary" href={appPageHref({ to, params })} data-test-id={testId}>
      {children}
    </a>
  );
}

import type { PageTitleProps } from '@hubspot/ui-extensions/pages';
import { useContext, useEffect, useRef } from 'react';
import { allowOnly } from '../component-children.ts';
import { HeaderSlotContext } from './header-slot.ts';

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

import type { LinkProps } from '@hubspot/ui-extensions';
import { callCard, toExtensionEvent } from './call-card.ts';
import { linkTarget } from './link-target.ts';
import { NewTabMark } from './NewTabMark.tsx';
import { useCarriedOverlay, useReactions } from './Overlay.tsx';

export function Link(props: LinkProps) {
  const { variant = 'primary', preventDefault = false, children, testId } = props;
  const reactions = useReactions();
  const overlay = useCarriedOverlay(props.overlay);
  const target = linkTarget(props.href);
  const url = target === null || target.url === '' ? undefined : target.url;
  const onClick = (event: React.MouseEvent): void => {
    callCard(props.onClick, toExtensionEvent(event), reactions);
    overlay.open();
    if (preventDefault) event.preventDefault();
  };
  const shared = {
    className: `link link-${variant}`,
    'data-test-id': testId,
    'aria-describedby': overlay.describedBy,
    onClick,
  };
  if (url === undefined) {
    return overlay.wrap(
      <button type="button" {...shared}>
        {children}
      </button>,
    );
  }
  const opensNewTab = target?.opensNewTab === true;
  return overlay.wrap(
    <a href={url} {...(opensNewTab && { target: '_blank', rel: 'noreferrer' })} {...shared}>
      {children}
      {opensNewTab && <NewTabMark />}
    </a>,
  );
}

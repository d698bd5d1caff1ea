import type { ButtonProps } from '@hubspot/ui-extensions';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { callCard, toExtensionEvent } from './call-card.ts';
import { linkTarget } from './link-target.ts';
import { NewTabMark } from './NewTabMark.tsx';
import { useCarriedOverlay, useReactions } from './Overlay.tsx';
import { classes, shortSize } from './sizes.ts';

type PressableProps = Pick<
  ButtonProps,
  'onClick' | 'href' | 'disabled' | 'variant' | 'type' | 'size' | 'truncate' | 'overlay' | 'testId'
> & {
  readonly busy?: boolean;
  /** When the modal or panel that the button carries opens. */
  readonly overlayOpening?: 'on-click' | 'later' | 'now';
  readonly children: ReactNode;
};

/** What Button and LoadingButton have in common. With `href` it is a link that looks like a button. */
export function Pressable(props: PressableProps) {
  const { disabled = false, busy = false, overlayOpening = 'on-click', children, testId } = props;
  const reactions = useReactions();
  const overlay = useCarriedOverlay(props.overlay);
  const openOverlay = overlay.open;
  useEffect(() => {
    if (overlayOpening === 'now') openOverlay();
  }, [overlayOpening, openOverlay]);
  const target = linkTarget(props.href);
  const shared = {
    className: classes(
      `button button-${props.variant ?? 'secondary'}`,
      `button-${shortSize(props.size, 'md')}`,
      props.truncate === true && 'button-truncate',
    ),
    'data-test-id': testId,
    'aria-describedby': overlay.describedBy,
    onClick: (event: React.MouseEvent) => {
      callCard(props.onClick, toExtensionEvent(event), reactions);
      if (overlayOpening === 'on-click') overlay.open();
    },
  };
  if (target !== null && !disabled) {
    const newTab = target.opensNewTab ? { target: '_blank', rel: 'noreferrer' } : {};
    return overlay.wrap(
      <a href={target.url} {...newTab} {...shared}>
        {children}
        {target.opensNewTab && <NewTabMark />}
      </a>,
    );
  }
  return overlay.wrap(
    <button type={props.type ?? 'button'} disabled={disabled || busy} aria-busy={busy} {...shared}>
      {children}
    </button>,
  );
}

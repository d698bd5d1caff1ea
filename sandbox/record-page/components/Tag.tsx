import type { TagProps } from '@hubspot/ui-extensions';
import { callCard, toExtensionEvent } from './call-card.ts';
import { useCarriedOverlay, useReactions } from './Overlay.tsx';
import { classes } from './sizes.ts';

export function Tag(props: TagProps) {
  const { variant = 'default', onClick, inline = false, children, testId } = props;
  const reactions = useReactions();
  const overlay = useCarriedOverlay(props.overlay);
  const shared = {
    className: classes(`tag tag-${variant}`, inline && 'tag-inline'),
    'data-test-id': testId,
    'aria-describedby': overlay.describedBy,
  };
  if (onClick === undefined && overlay.describedBy === undefined) {
    return <span {...shared}>{children}</span>;
  }
  return overlay.wrap(
    <button
      type="button"
      {...shared}
      onClick={(event) => {
        callCard(onClick, toExtensionEvent(event), reactions);
        overlay.open();
      }}
    >
      {children}
    </button>,
  );
}

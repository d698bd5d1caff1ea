import type { ImageProps } from '@hubspot/ui-extensions';
import { callCard, toExtensionEvent } from './call-card.ts';
import { linkTarget } from './link-target.ts';
import { useCarriedOverlay, useReactions } from './Overlay.tsx';

export function Image(props: ImageProps) {
  const { alt = '', src, width, height, onClick, testId } = props;
  const reactions = useReactions();
  const overlay = useCarriedOverlay(props.overlay);
  const target = linkTarget(props.href);
  const picture = <img className="image" {...{ alt, src, width, height }} data-test-id={testId} />;
  const press = (event: React.MouseEvent): void => {
    callCard(onClick, toExtensionEvent(event), reactions);
    overlay.open();
  };
  if (target !== null) {
    const newTab = target.opensNewTab ? { target: '_blank', rel: 'noreferrer' } : {};
    return overlay.wrap(
      <a href={target.url} {...newTab} onClick={press}>
        {picture}
      </a>,
    );
  }
  if (onClick === undefined && overlay.describedBy === undefined) return picture;
  return overlay.wrap(
    <button
      type="button"
      className="image-button"
      aria-describedby={overlay.describedBy}
      onClick={press}
    >
      {picture}
    </button>,
  );
}

import type {
  ButtonProps,
  ButtonRowProps,
  ImageProps,
  LinkProps,
  LoadingButtonProps,
  TagProps,
} from '@hubspot/ui-extensions';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { linkTarget } from '../format/hrefs.ts';
import { Glyph } from './icons.tsx';
import { callCard, classes, shortSize, toExtensionEvent } from './kit.ts';
import { hasOverlay, useOverlay, useReactions } from './overlays.tsx';
import { Spinner } from './states.tsx';

interface PressProps {
  readonly href?: ButtonProps['href'] | undefined;
  readonly onClick?: ButtonProps['onClick'] | undefined;
  readonly overlay?: ReactNode;
  readonly testId?: string | undefined;
  readonly type?: ButtonProps['type'];
  readonly disabled?: boolean;
  readonly className: string;
  readonly busy?: boolean;
  readonly preventDefault?: boolean;
  /** When the modal or panel in `overlay` opens. */
  readonly overlayOpens?: 'later' | 'now' | 'on-click';
  readonly marksNewTab?: boolean;
  readonly children: ReactNode;
}

const NO_BREAK_SPACE = '\u00a0';

/** A link where it has an URL that may be opened, else a button; both take an overlay. */
function Press(props: PressProps) {
  const { disabled = false, busy = false, overlayOpens = 'on-click', children } = props;
  const reactions = useReactions();
  const overlay = useOverlay(props.overlay);
  const openOverlay = overlay.open;
  useEffect(() => {
    if (overlayOpens === 'now') openOverlay();
  }, [overlayOpens, openOverlay]);
  const target = linkTarget(props.href);
  const shared = {
    className: props.className,
    'data-test-id': props.testId,
    'aria-describedby': overlay.describedBy,
    onClick: (event: React.MouseEvent) => {
      callCard(props.onClick, toExtensionEvent(event), reactions);
      if (overlayOpens === 'on-click') openOverlay();
      if (props.preventDefault === true) event.preventDefault();
    },
  };
  if (target === null || target.url === '' || disabled) {
    // A busy button keeps the focus, which a disabled one loses.
    const whileBusy = busy ? { 'aria-disabled': true, onClick: undefined } : {};
    return overlay.wrap(
      <button
        type={props.type ?? 'button'}
        disabled={disabled}
        aria-busy={busy}
        {...shared}
        {...whileBusy}
      >
        {children}
      </button>,
    );
  }
  const newTab = target.opensNewTab ? { target: '_blank', rel: 'noreferrer' } : {};
  return overlay.wrap(
    <a href={target.url} {...newTab} {...shared}>
      {children}
      {target.opensNewTab && props.marksNewTab !== false && (
        <>
          {NO_BREAK_SPACE}
          <Glyph name="external" label="opens in a new tab" />
        </>
      )}
    </a>,
  );
}

type ButtonLook = Partial<Pick<ButtonProps, 'size' | 'truncate' | 'variant'>>;

const buttonClasses = ({ variant = 'secondary', size, truncate }: ButtonLook): string =>
  classes(
    `button button-${variant} button-${shortSize(size, 'md')}`,
    truncate === true && 'button-truncate',
  );

export function Button(props: Omit<ButtonProps, 'children'> & { readonly children?: ReactNode }) {
  return (
    <Press {...props} className={buttonClasses(props)}>
      {props.children}
    </Press>
  );
}

export function ButtonRow({ children, testId }: ButtonRowProps) {
  return (
    <div className="button-row" data-test-id={testId}>
      {children}
    </div>
  );
}

const RESULT_SHOWN_MS = 1_500;

/** True for a moment after `loading` has ended. */
function useJustFinished(loading: boolean): boolean {
  const wasLoading = useRef(loading);
  const [finished, setFinished] = useState(false);
  useEffect(() => {
    const hasFinished = wasLoading.current && !loading;
    wasLoading.current = loading;
    if (!hasFinished) return undefined;
    setFinished(true);
    const timer = setTimeout(() => {
      setFinished(false);
    }, RESULT_SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [loading]);
  return finished;
}

export function LoadingButton(props: LoadingButtonProps) {
  const { loading = false, resultIconName = 'success', overlayOptions, children } = props;
  const justFinished = useJustFinished(loading);
  const opensAfterLoading = overlayOptions?.openBehavior === 'onLoadingFinish';
  const whenLoaded = justFinished ? 'now' : 'later';
  return (
    <Press
      {...props}
      className={buttonClasses(props)}
      busy={loading}
      overlayOpens={opensAfterLoading ? whenLoaded : 'on-click'}
    >
      {/* Over the text, so that the button keeps its size. */}
      {(loading || justFinished) && (
        <span className="button-state">
          {loading ? <Spinner /> : <Glyph name={resultIconName} />}
        </span>
      )}
      <span className={loading || justFinished ? 'button-text-covered' : undefined}>
        {children}
      </span>
    </Press>
  );
}

export function Link(props: LinkProps) {
  return (
    <Press {...props} className={`link link-${props.variant ?? 'primary'}`}>
      {props.children}
    </Press>
  );
}

export function Image(props: ImageProps) {
  const { alt = '', src, width, height, testId, ...pressed } = props;
  const picture = <img className="image" {...{ alt, src, width, height }} data-test-id={testId} />;
  const { href, onClick, overlay } = pressed;
  if (href === undefined && onClick === undefined && !hasOverlay(overlay)) return picture;
  return (
    <Press {...pressed} className="image-button" marksNewTab={false}>
      {picture}
    </Press>
  );
}

export function Tag(props: TagProps) {
  const { variant = 'default', onClick, overlay, inline = false, children, testId } = props;
  const className = classes(`tag tag-${variant}`, inline && 'tag-inline');
  if (onClick === undefined && !hasOverlay(overlay)) {
    return (
      <span className={className} data-test-id={testId}>
        {children}
      </span>
    );
  }
  return <Press {...{ className, onClick, overlay, children, testId }} />;
}

import type { LoadingButtonProps } from '@hubspot/ui-extensions';
import { useEffect, useRef, useState } from 'react';
import { Glyph } from './Glyph.tsx';
import { Spinner } from './LoadingSpinner.tsx';
import { Pressable } from './Pressable.tsx';

const resultShownMs = 1500;

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
    }, resultShownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [loading]);
  return finished;
}

export function LoadingButton(props: LoadingButtonProps) {
  const { loading = false, resultIconName = 'success', overlayOptions, children } = props;
  const justFinished = useJustFinished(loading);
  const opensLater = overlayOptions?.openBehavior === 'onLoadingFinish';
  const whenLater = justFinished ? 'now' : 'later';
  return (
    <Pressable {...props} busy={loading} overlayOpening={opensLater ? whenLater : 'on-click'}>
      {loading && <Spinner />}
      {justFinished && <Glyph name={resultIconName} />}
      {children}
    </Pressable>
  );
}

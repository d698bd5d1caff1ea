import { useEffect, useRef } from 'react';
import type { ShownIframe } from '../extension-host/page-services.ts';
import { Glyph } from '../components/Glyph.tsx';
import { usePage } from './page-context.ts';
import { useStore } from './store.ts';

interface OpenIframeModalProps {
  readonly shown: ShownIframe;
  readonly onClose: () => void;
}

function OpenIframeModal({ shown, onClose }: OpenIframeModalProps) {
  const { uri, width, height, title = uri } = shown;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog modal iframe-modal" onClose={onClose}>
      <header className="dialog-header">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Glyph name="remove" />
        </button>
      </header>
      <iframe src={uri} {...{ width, height, title }} sandbox="allow-scripts allow-forms" />
    </dialog>
  );
}

/** The `openIframeModal` action. */
export function IframeModal() {
  const { services } = usePage();
  const shown = useStore(services.iframe);
  if (shown === null) return null;
  return (
    <OpenIframeModal
      shown={shown}
      onClose={() => {
        services.iframe.set(null);
        shown.onClose();
      }}
    />
  );
}

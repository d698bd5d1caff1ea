import { useCallback, useEffect, useState } from 'react';
import type { ExtensionSession } from './extension-session.ts';

export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'running'; readonly session: ExtensionSession }
  | { readonly status: 'crashed'; readonly message: string };

type Start = (onCrash: (message: string) => void) => ExtensionSession;

/** Runs an extension, and starts it again whenever `start` is another one. */
export function useSession(start: Start): readonly [SessionState, (message: string) => void] {
  const [state, setState] = useState<SessionState>({ status: 'starting' });
  const crash = useCallback((message: string) => {
    setState({ status: 'crashed', message });
  }, []);
  useEffect(() => {
    setState({ status: 'starting' });
    const session = start((message) => {
      session.stop();
      crash(message);
    });
    session.receiver.on('mount', () => {
      setState({ status: 'running', session });
    });
    return session.stop;
  }, [start, crash]);
  return [state, crash];
}

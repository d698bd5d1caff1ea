import { useEffect, useState } from 'react';
import { serverMessageSchema } from '../api/wire.ts';

/** Hears of rebuilt cards. Returns the latest build error, null when the build is good. */
export function useServerEvents(onReload: () => void): string | null {
  const [buildError, setBuildError] = useState<string | null>(null);
  useEffect(() => {
    const events = new EventSource('/api/events');
    events.onmessage = ({ data }) => {
      const message = serverMessageSchema.parse(JSON.parse(String(data)));
      if (message.type === 'build-error') {
        setBuildError(message.message);
        return;
      }
      setBuildError(null);
      onReload();
    };
    return () => {
      events.close();
    };
  }, [onReload]);
  return buildError;
}

import type { z } from 'zod';
import type { faultSchema } from '../../sandbox/http/faults.ts';
import type { RecordedRequest } from '../../sandbox/http/recorder.ts';

export type FaultInput = z.input<typeof faultSchema>;

/** A stand-in's own routes, used as any program would: by plain HTTP. */
export interface StandInControl {
  readonly url: string;
  fault(fault: FaultInput): Promise<void>;
  clearFaults(): Promise<void>;
  setLatency(latencyMs: number): Promise<void>;
  /** What was received since the last `forgetRequests`, in the order in which it was answered. */
  requests(): Promise<readonly RecordedRequest[]>;
  forgetRequests(): Promise<void>;
  /** Any other switch below `/_sandbox`. */
  send(method: 'POST' | 'PUT', path: string, body: object): Promise<void>;
}

export function controlOf(url: string): StandInControl {
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await fetch(`${url}/_sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  const done = async (...request: Parameters<typeof ask>): Promise<void> => {
    await ask(...request);
  };
  return {
    url,
    fault: (fault) => done('POST', '/faults', fault),
    clearFaults: () => done('DELETE', '/faults'),
    setLatency: (latencyMs) => done('PUT', '/latency', { latencyMs }),
    requests: async () => {
      const response = await ask('GET', '/requests');
      const { requests } = (await response.json()) as { requests: readonly RecordedRequest[] };
      return requests;
    },
    forgetRequests: () => done('DELETE', '/requests'),
    send: done,
  };
}

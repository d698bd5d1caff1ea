interface BrowserEvent {
  readonly type: string;
  readonly bubbles: boolean;
  readonly timeStamp: number;
}

/** The fields of the SDK's `ExtensionEvent`. */
interface ExtensionEventFields extends BrowserEvent {
  readonly id: string;
}

/** The plain copy of an event that can travel to the worker; the SDK's own class cannot. */
export function toExtensionEvent({ type, bubbles, timeStamp }: BrowserEvent): ExtensionEventFields {
  return { type, bubbles, timeStamp, id: crypto.randomUUID() };
}

/**
 * Runs a handler of the card. Handlers live in the worker, so that all of them answer later; one that
 * throws does not take the page, or the card, down.
 */
export function callCard<Args extends readonly unknown[]>(
  handler: ((...args: Args) => unknown) | undefined,
  ...args: Args
): void {
  if (handler === undefined) return;
  Promise.resolve(handler(...args)).catch((error: unknown) => {
    console.error('A handler of the card failed.', error);
  });
}

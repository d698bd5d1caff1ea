type Size = 'flush' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const SIZES: Readonly<Record<string, Size>> = {
  flush: 'flush',
  'extra-small': 'xs',
  xs: 'xs',
  small: 'sm',
  sm: 'sm',
  medium: 'md',
  default: 'md',
  md: 'md',
  large: 'lg',
  lg: 'lg',
  'extra-large': 'xl',
  xl: 'xl',
};

/** The short one of the SDK's two names for a size, as the style sheet has it. */
export function shortSize(size: string | undefined, fallback: Size): Size {
  return size === undefined ? fallback : (SIZES[size] ?? fallback);
}

export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}

interface BrowserEvent {
  readonly type: string;
  readonly bubbles: boolean;
  readonly timeStamp: number;
}

/** The fields of the SDK's `ExtensionEvent`. */
interface ExtensionEventFields extends BrowserEvent {
  readonly id: string;
}

/** A plain copy of the event: the SDK's own class cannot be sent to the worker. */
export function toExtensionEvent({ type, bubbles, timeStamp }: BrowserEvent): ExtensionEventFields {
  return { type, bubbles, timeStamp, id: crypto.randomUUID() };
}

/** Runs a handler of the extension, in its worker. One that fails takes neither the page nor the card down. */
export function callCard<Args extends readonly unknown[]>(
  handler: ((...args: Args) => unknown) | undefined,
  ...args: Args
): void {
  if (handler === undefined) return;
  Promise.resolve(handler(...args)).catch((error: unknown) => {
    console.error('A handler of the card failed.', error);
  });
}

type Size = 'flush' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const sizesByName: Readonly<Record<string, Size>> = {
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

/** The SDK takes each size by two names; the style sheet knows the short one. */
export function shortSize(size: string | undefined, fallback: Size): Size {
  return size === undefined ? fallback : (sizesByName[size] ?? fallback);
}

export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ');
}

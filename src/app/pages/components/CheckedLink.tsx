import { Link, Text } from '@hubspot/ui-extensions';
import type { CheckedUrl } from '@stripe-payments/core';

interface CheckedLinkProps {
  /** Null where what it would be made of does not hold. */
  readonly url: CheckedUrl | null;
  readonly text: string;
}

/** The only way out of the page. Without an address it is a text. */
export function CheckedLink({ url, text }: CheckedLinkProps) {
  if (url === null) return <Text inline>{text}</Text>;
  return <Link href={{ url, external: true }}>{text}</Link>;
}

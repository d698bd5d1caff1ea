import { Button, Link, Text, Tooltip } from '@hubspot/ui-extensions';
import type { CheckedUrl } from '@stripe-payments/core';
import { shortened } from '@stripe-payments/core';

const MAX_IN_LINK = 80;
const MAX_IN_TOOLTIP = 1_000;

interface CheckedLinkProps {
  /** Null where what it would be made of does not hold. */
  readonly url: CheckedUrl | null;
  readonly text: string;
  /** What the link does, where its text does not say so. */
  readonly hint?: string;
  readonly testId?: string;
}

/** The only way out of a card. Without an address it is a text; a long text is cut, and whole in a tooltip. */
export function CheckedLink({ url, text, hint, testId }: CheckedLinkProps) {
  const shown = shortened(text, MAX_IN_LINK);
  const tooltip = shown === text ? hint : shortened(text, MAX_IN_TOOLTIP);
  if (url === null) return <Text inline>{shown}</Text>;
  return (
    <Link
      href={{ url, external: true }}
      {...(testId !== undefined && { testId })}
      {...(tooltip !== undefined && { overlay: <Tooltip>{tooltip}</Tooltip> })}
    >
      {shown}
    </Link>
  );
}

interface CheckedButtonProps {
  readonly url: CheckedUrl;
  readonly variant: 'primary' | 'secondary';
  readonly size: 'sm';
  readonly testId: string;
  readonly children: string;
}

/** The same as a button, for what a user has to do elsewhere. */
export function CheckedButton({ url, ...button }: CheckedButtonProps) {
  return <Button {...button} href={{ url, external: true }} />;
}

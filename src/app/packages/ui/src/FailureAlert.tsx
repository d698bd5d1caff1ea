import { Accordion, Alert, Button, Flex, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { appPageUrl, repFailureText } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { CheckedButton, CheckedLink } from './CheckedLink.tsx';
import { LongText } from './LongText.tsx';
import { useSharedTexts } from './use-presentation.ts';

interface DescribedProps {
  readonly text: string;
  /** The services' own words. */
  readonly details: readonly string[];
  /** Where it can be fixed. */
  readonly children: ReactNode;
}

/** A failure in words, its next step, and the service's own words on demand. */
export function Described({ text, details, children }: DescribedProps) {
  const { details: title } = useSharedTexts().card.states;
  return (
    <Flex direction="column" gap="extra-small" align="start">
      <Text>{text}</Text>
      {children}
      {details.length > 0 && (
        <Accordion title={title} size="xs">
          {details.map((detail) => (
            <LongText key={detail} text={detail} variant="microcopy" />
          ))}
        </Accordion>
      )}
    </Flex>
  );
}

export interface FailureDescriptionProps {
  readonly failure: Failure;
  /** Others that the same words are said of: only their details differ. */
  readonly alike?: readonly Failure[];
  /** True where it is all that the card says: then the way to the app page is its primary button. */
  readonly isAlone?: boolean;
}

/** What happened and what to do, for a card's reader: what only an admin can fix is folded away. */
export function FailureDescription({
  failure,
  alike = [],
  isAlone = false,
}: FailureDescriptionProps) {
  const texts = useSharedTexts();
  const { portal, extension } = useExtensionContext<'crm.record.tab'>();
  const { text, isForAdmin } = repFailureText(failure, texts);
  const details = [failure, ...alike].map((each) => repFailureText(each, texts).detail);
  const { openApp } = texts.card.states;
  const isLinked = isForAdmin && extension !== undefined;
  const url = isLinked ? appPageUrl(portal.id, extension.appId) : null;
  const distinct = new Set(details.filter((detail) => detail !== undefined));
  return (
    <Described text={text} details={[...distinct]}>
      {url !== null &&
        (isAlone ? (
          <CheckedButton variant="primary" size="sm" url={url} testId="open-app">
            {openApp}
          </CheckedButton>
        ) : (
          <CheckedLink url={url} text={openApp} />
        ))}
    </Described>
  );
}

export interface FailureAlertProps {
  readonly title: string;
  readonly failures: readonly Failure[];
  readonly variant?: 'warning' | 'danger';
  readonly testId: string;
  /** What it means for the figures beside it. */
  readonly consequence?: string | undefined;
  readonly onRetry?: () => void;
  /** For another reader than a card's. */
  readonly Description?: (props: FailureDescriptionProps) => ReactNode;
  /** What else can be done about it. */
  readonly children?: ReactNode;
}

/** One or more failures, each described. */
export function FailureAlert(props: FailureAlertProps) {
  const { title, failures, variant = 'danger', testId, consequence, onRetry, children } = props;
  const { Description = FailureDescription } = props;
  const texts = useSharedTexts();
  const saying = failures.map((failure) => repFailureText(failure, texts).text);
  return (
    <Alert title={title} variant={variant} testId={testId}>
      {[...new Set(saying)].map((text) => {
        const [failure, ...alike] = failures.filter((_, place) => saying[place] === text);
        return failure && <Description key={text} {...{ failure, alike }} />;
      })}
      {consequence !== undefined && <Text>{consequence}</Text>}
      {children}
      {onRetry !== undefined && (
        <Button variant="secondary" size="xs" onClick={onRetry}>
          {texts.card.states.tryAgain}
        </Button>
      )}
    </Alert>
  );
}

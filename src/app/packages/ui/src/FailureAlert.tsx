import { Accordion, Alert, Button, Flex, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { appPageUrl, repFailureText } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { CheckedLink } from './CheckedLink.tsx';
import { LongText } from './LongText.tsx';
import { useSharedTexts } from './use-presentation.ts';

interface DescribedProps {
  /** Null where it was said already. */
  readonly text: string | null;
  readonly detail: string | undefined;
  /** Where it can be fixed. */
  readonly children: ReactNode;
}

/** A failure in words, its next step, and the service's own words on demand. */
export function Described({ text, detail, children }: DescribedProps) {
  const { details } = useSharedTexts().card.states;
  return (
    <Flex direction="column" gap="extra-small" align="start">
      {text !== null && <Text>{text}</Text>}
      {children}
      {detail !== undefined && (
        <Accordion title={details} size="xs">
          <LongText text={detail} variant="microcopy" />
        </Accordion>
      )}
    </Flex>
  );
}

export interface FailureDescriptionProps {
  readonly failure: Failure;
  /** True where the alert has said so already: only the details differ. */
  readonly isRepeated?: boolean;
}

/** What happened and what to do, for a card's reader: what only an admin can fix is folded away. */
export function FailureDescription({ failure, isRepeated = false }: FailureDescriptionProps) {
  const texts = useSharedTexts();
  const { portal, extension } = useExtensionContext<'crm.record.tab'>();
  const { text, detail, isForAdmin } = repFailureText(failure, texts);
  return (
    <Described text={isRepeated ? null : text} detail={detail}>
      {!isRepeated && isForAdmin && extension !== undefined && (
        <CheckedLink
          url={appPageUrl(portal.id, extension.appId)}
          text={texts.card.states.openApp}
        />
      )}
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
      {failures.map((failure, place) => (
        <Description
          key={`${failure.code}/${failure.detail ?? ''}`}
          failure={failure}
          isRepeated={saying.indexOf(saying[place] ?? '') < place}
        />
      ))}
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

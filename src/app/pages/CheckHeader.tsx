import { Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { momentText } from '@stripe-payments/core';
import type { ReactNode } from 'react';
import { usePresentation } from './use-presentation.ts';

interface CheckHeaderProps {
  /** Milliseconds since the epoch; undefined before the first check. */
  readonly checkedAtMs: number | undefined;
  readonly isChecking: boolean;
  readonly isDisabled: boolean;
  readonly check: () => void;
  readonly texts: { readonly checking: string; readonly intro: string };
  readonly testIds: { readonly checkedAt: string; readonly check: string };
  /** What stands before the time of the check. */
  readonly children?: ReactNode;
}

/** When a tab was checked, the button that checks it again, and what the tab is for. */
export function CheckHeader(props: CheckHeaderProps) {
  const { checkedAtMs, isChecking, isDisabled, check, texts, testIds, children } = props;
  const presentation = usePresentation();
  const { setup } = presentation.texts;
  return (
    <>
      <Flex direction="row" justify="between" align="center" wrap gap="small">
        <Flex direction="row" align="center" wrap gap="small">
          {children}
          {checkedAtMs !== undefined && (
            <Text variant="microcopy" testId={testIds.checkedAt}>
              {setup.checkedAt(momentText(checkedAtMs, presentation))}
            </Text>
          )}
          {isChecking && (
            <LoadingSpinner label={texts.checking} showLabel size="xs" layout="inline" />
          )}
        </Flex>
        <Button
          variant="secondary"
          size="sm"
          disabled={isDisabled}
          onClick={check}
          testId={testIds.check}
        >
          {setup.checkAgain}
        </Button>
      </Flex>
      <Text>{texts.intro}</Text>
    </>
  );
}

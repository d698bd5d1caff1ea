import { Alert, Text } from '@hubspot/ui-extensions';
import type { FailedStep } from '@stripe-payments/core';
import { knownText, problemText } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';

/** An account that refuses all of them gives the same reason for each. */
const MAX_SHOWN = 10;

interface FailedStepsProps {
  readonly title: string;
  readonly failed: readonly FailedStep[];
  readonly testId: string;
}

/** What HubSpot did not take, each with HubSpot's own reason. */
export function FailedSteps({ title, failed, testId }: FailedStepsProps) {
  const texts = useTexts();
  const words = texts.setup.properties;
  const hidden = failed.length - MAX_SHOWN;
  return (
    <Alert title={title} variant="danger" testId={testId}>
      {failed.slice(0, MAX_SHOWN).map(({ objectType, name, error }) => (
        <Text key={`${objectType}/${name}`}>
          {words.failedLine(
            `${knownText(words.objectTypes, objectType)}, ${name}`,
            problemText(error, texts),
          )}
        </Text>
      ))}
      {hidden > 0 && <Text>{words.more(hidden)}</Text>}
    </Alert>
  );
}

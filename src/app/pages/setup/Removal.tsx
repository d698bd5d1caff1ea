import { Accordion, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { SetupReport } from '@stripe-payments/core';
import { hiddenByRemoval } from '@stripe-payments/core';
import { isAnythingOurs } from './property-lines.ts';
import { useTexts } from '../use-presentation.ts';

/** Unread properties may exist, so the removal is explained. */
const isAnythingToRemove = ({ properties }: SetupReport): boolean =>
  !properties.isReadable || isAnythingOurs(properties.objects);

/** What removing the app's properties hides, and the command for it: a function cannot ask who calls it. */
export function Removal({ report }: { readonly report: SetupReport }) {
  const texts = useTexts();
  const labels = texts.setup.removal;
  return (
    <Tile testId="removal">
      <Accordion title={labels.title} size="sm">
        {isAnythingToRemove(report) ? (
          <Flex direction="column" gap="small">
            <Text testId="hidden-by-removal">{hiddenByRemoval(report, texts)}</Text>
            <Text>{labels.alsoLost}</Text>
            <Text>{labels.back}</Text>
            <Text testId="removal-command">{labels.command}</Text>
          </Flex>
        ) : (
          <Text testId="nothing-to-remove">{labels.nothing}</Text>
        )}
      </Accordion>
    </Tile>
  );
}

import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import type { HealthReport, RunsLogged } from '@stripe-payments/core';
import { RUN_LOG_SCOPES } from '@stripe-payments/core';
import { FailureDescription } from '../failures.tsx';
import { usePresentation, useTexts } from '../use-presentation.ts';
import { runLines } from './run-lines.ts';

const TURN_ON = 'npm run setup -- run-log on';

/** The last catch-up and the month's reads, where the account keeps a record of each run. */
export function RunLog({ report }: { readonly report: HealthReport }) {
  const { health: texts } = useTexts();
  const { runLog } = report;
  const howTo = (
    <Text testId="run-log-how-to">{texts.runLog.howTo(TURN_ON, RUN_LOG_SCOPES.join(', '))}</Text>
  );
  return (
    <Tile testId="run-log">
      <Flex direction="column" gap="small">
        <Heading>{texts.runLog.title}</Heading>
        {!runLog.isReadable && (
          <>
            <Text>{texts.runLog.unreadable}</Text>
            <FailureDescription failure={runLog.error} />
            {runLog.error.code === 'hubspot-permission' && howTo}
          </>
        )}
        {runLog.isReadable && !runLog.isOn && (
          <>
            <Text>{texts.runLog.off}</Text>
            {howTo}
          </>
        )}
        {runLog.isReadable && runLog.isOn && <Runs runs={runLog} asOfMs={report.asOfMs} />}
        <Text variant="microcopy">{texts.readsNote}</Text>
      </Flex>
    </Tile>
  );
}

function Runs({ runs, asOfMs }: { readonly runs: RunsLogged; readonly asOfMs: number }) {
  const presentation = usePresentation();
  return (
    <>
      <DescriptionList direction="row">
        {runLines(runs, asOfMs, presentation).map(({ testId, label, texts }) => (
          <DescriptionListItem key={testId} label={label}>
            <Flex direction="column" gap="flush" testId={testId}>
              {texts.map((text) => (
                <Text key={text}>{text}</Text>
              ))}
            </Flex>
          </DescriptionListItem>
        ))}
      </DescriptionList>
      <Text variant="microcopy">{presentation.texts.health.runLog.readsNote}</Text>
    </>
  );
}

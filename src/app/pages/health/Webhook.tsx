import { Accordion, Alert, Flex, Heading, List, Text, Tile } from '@hubspot/ui-extensions';
import type { HealthReport, WebhookEndpoint } from '@stripe-payments/core';
import { WEBHOOK_EVENTS } from '@stripe-payments/core';
import { useTexts } from '../use-presentation.ts';

const COMMANDS = [
  'npm run webhook -- on',
  'npm run upload',
  'npm run webhook -- register www.example.com --apply',
] as const;

const CORRECT = COMMANDS[2];

const EventList = ({ events }: { readonly events: readonly string[] }) => (
  <Text>{events.join(', ')}</Text>
);

/** How the endpoint at Stripe differs from what the app needs. */
function Drift({ endpoint }: { readonly endpoint: WebhookEndpoint }) {
  const { webhook: texts } = useTexts().health;
  const { status, isEnabled, missingEvents, extraEvents, otherApiVersion } = endpoint;
  const correct = <Text>{texts.correct(CORRECT)}</Text>;
  if (status === 'none') {
    return (
      <Alert title={texts.none} variant="warning" testId="drift">
        {correct}
      </Alert>
    );
  }
  const lines = [
    ...(status === 'current' ? [] : [texts.otherSecret]),
    ...(isEnabled ? [] : [texts.disabled]),
    ...(extraEvents.length === 0 ? [] : [texts.extra(extraEvents.join(', '))]),
  ];
  if (lines.length === 0 && missingEvents.length === 0) {
    const version = otherApiVersion === null ? '' : ` ${texts.otherVersion(otherApiVersion)}`;
    return <Text testId="no-drift">{`${texts.complete}${version}`}</Text>;
  }
  const [title = texts.missing(missingEvents.length), ...rest] = lines;
  return (
    <Alert title={title} variant="warning" testId="drift">
      {rest.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {missingEvents.length > 0 && (
        <>
          {lines.length > 0 && <Text>{texts.missing(missingEvents.length)}</Text>}
          <EventList events={missingEvents} />
        </>
      )}
      {correct}
    </Alert>
  );
}

/** Whether Stripe reports changes at once, how to switch that on, and whether the endpoint is right. */
export function Webhook({ report: { hasWebhook, endpoint } }: { readonly report: HealthReport }) {
  const { webhook: texts } = useTexts().health;
  return (
    <Tile testId="webhook">
      <Flex direction="column" gap="small">
        <Heading>{texts.title}</Heading>
        <Text testId="webhook-state">{hasWebhook ? texts.on : texts.off}</Text>
        {hasWebhook && endpoint.isReadable && <Drift endpoint={endpoint} />}
        {hasWebhook && !endpoint.isReadable && <Text testId="no-drift">{texts.unreadable}</Text>}
        <Accordion title={texts.howTo} size="sm" defaultOpen={false}>
          <Flex direction="column" gap="small">
            <Text>{texts.plan}</Text>
            <List variant="ordered-styled">
              {COMMANDS.map((command) => (
                <Text key={command}>{texts.step(command)}</Text>
              ))}
            </List>
            <Text>{texts.paste}</Text>
            <EventList events={WEBHOOK_EVENTS} />
            <Text>{texts.keep}</Text>
          </Flex>
        </Accordion>
      </Flex>
    </Tile>
  );
}

const ACTION_COMMANDS = [
  'npm run workflow-action -- on www.example.com',
  'npm run upload',
] as const;

/** Whether workflows can sync their records, and how to switch that on. */
export function WorkflowAction({ isOn }: { readonly isOn: boolean }) {
  const { workflowAction: texts, webhook } = useTexts().health;
  return (
    <Tile testId="workflow-action">
      <Flex direction="column" gap="small">
        <Heading>{texts.title}</Heading>
        <Text>{isOn ? texts.on : texts.off}</Text>
        <Accordion title={texts.howTo} size="sm" defaultOpen={false}>
          <Flex direction="column" gap="small">
            <Text>{texts.plan}</Text>
            <List variant="ordered-styled">
              {ACTION_COMMANDS.map((command) => (
                <Text key={command}>{webhook.step(command)}</Text>
              ))}
            </List>
          </Flex>
        </Accordion>
      </Flex>
    </Tile>
  );
}

import {
  Alert,
  Button,
  Flex,
  LoadingSpinner,
  Tag,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import type { SetupReport } from '@stripe-payments/core';
import { momentText, verdictsOf } from '@stripe-payments/core';
import { usePresentation, useTexts } from '../hooks/use-presentation.ts';
import type { Setup } from '../hooks/use-setup.ts';

/** Test or live, wherever figures could be taken for the others. */
function ModeTag({ report }: { readonly report: SetupReport }) {
  const { modes } = useTexts().setup;
  const { stripeKey } = report;
  if (stripeKey.status === 'unusable') return null;
  const { mode } = stripeKey;
  return (
    <Tag variant={mode === 'live' ? 'success' : 'info'} testId="mode">
      {modes[mode]}
    </Tag>
  );
}

/** The profile that the app was uploaded with says which mode it is for. */
function ProfileAlert({ report }: { readonly report: SetupReport }) {
  const { modes, wrongProfile } = useTexts().setup;
  const wanted = useExtensionContext<'pages'>().variables?.['STRIPE_MODE'];
  const { stripeKey } = report;
  if (stripeKey.status === 'unusable' || (wanted !== 'live' && wanted !== 'test')) return null;
  const { mode } = stripeKey;
  if (wanted === mode) return null;
  return (
    <Alert title={modes[mode]} variant="danger" testId="wrong-profile">
      <Text>{wrongProfile(modes[wanted], modes[mode])}</Text>
    </Alert>
  );
}

function Summary({ report }: { readonly report: SetupReport }) {
  const { setup } = useTexts();
  const verdicts = Object.values(verdictsOf(report));
  const blocked = verdicts.filter((verdict) => verdict === 'blocked').length;
  const doubtful = verdicts.filter((verdict) => verdict === 'attention').length;
  const isTest = report.stripeKey.status === 'usable' && report.stripeKey.mode === 'test';
  return (
    <Alert
      title={blocked === 0 ? setup.ready : setup.blocked(blocked)}
      variant={blocked === 0 ? 'success' : 'warning'}
      testId="summary"
    >
      {doubtful > 0 && <Text>{setup.attention(doubtful)}</Text>}
      {isTest && <Text>{setup.testModeNote}</Text>}
    </Alert>
  );
}

/** How the whole stands, how old that is, and the button that looks again. */
export function SetupHeader({ setup }: { readonly setup: Setup }) {
  const presentation = usePresentation();
  const words = presentation.texts.setup;
  const { report, isChecking, check } = setup;
  return (
    <Flex direction="column" gap="small">
      <Flex direction="row" justify="between" align="center" wrap gap="small">
        <Flex direction="row" align="center" wrap gap="small">
          {report !== null && <ModeTag report={report} />}
          {report !== null && (
            <Text variant="microcopy">
              {words.checkedAt(momentText(report.asOfMs, presentation))}
            </Text>
          )}
          {isChecking && (
            <LoadingSpinner label={words.checking} showLabel size="xs" layout="inline" />
          )}
        </Flex>
        <Button
          variant="secondary"
          size="sm"
          disabled={isChecking}
          onClick={check}
          testId="check-again"
        >
          {words.checkAgain}
        </Button>
      </Flex>
      <Text>{words.intro}</Text>
      {report !== null && <Summary report={report} />}
      {report !== null && <ProfileAlert report={report} />}
    </Flex>
  );
}

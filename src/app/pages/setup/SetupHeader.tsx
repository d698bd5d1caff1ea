import { Alert, Flex, Tag, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type {
  SetupPart,
  SetupReport,
  StripeAccountFacts,
  StripeKeyCheck,
  Verdict,
} from '@stripe-payments/core';
import {
  isRestricted,
  knownText,
  readinessLines,
  stepsLeft,
  verdictsOf,
} from '@stripe-payments/core';
import { CheckHeader } from '../CheckHeader.tsx';
import { useMayManage, usePresentation, useTexts } from '../use-presentation.ts';

/** Test or live, wherever figures could be taken for the others. */
function ModeTag({ report }: { readonly report: SetupReport }) {
  const { modes } = useTexts().setup;
  const { stripeKey } = report;
  if (stripeKey.status !== 'usable') return null;
  const { mode } = stripeKey;
  return (
    <Tag variant={mode === 'live' ? 'success' : 'info'} testId="mode">
      {knownText(modes, mode)}
    </Tag>
  );
}

function ProfileAlert({ report }: { readonly report: SetupReport }) {
  const { modes, wrongProfile, wrongProfileTitle } = useTexts().setup;
  const wrongMode = useWrongMode(report);
  if (wrongMode === null) return null;
  const { wanted, used } = wrongMode;
  return (
    <Alert title={wrongProfileTitle} variant="danger" testId="wrong-profile">
      <Text>{wrongProfile(modes[wanted], knownText(modes, used))}</Text>
    </Alert>
  );
}

/** The account that Stripe has stopped; null where it has not, or cannot be read. */
function restrictedAccount(key: StripeKeyCheck): StripeAccountFacts | null {
  if (key.status !== 'usable' || !key.account.isReadable) return null;
  return isRestricted(key.account) ? key.account : null;
}

/** What Stripe itself has stopped goes before what is set up here. */
function RestrictedAlert({ report: { stripeKey } }: { readonly report: SetupReport }) {
  const presentation = usePresentation();
  const { restricted, restrictedTitle } = presentation.texts.setup;
  const account = restrictedAccount(stripeKey);
  if (account === null) return null;
  return (
    <Alert title={restrictedTitle} variant="danger" testId="restricted">
      {readinessLines(account, presentation).map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      <Text>{restricted}</Text>
    </Alert>
  );
}

function Summary({ report }: { readonly report: SetupReport }) {
  const { setup } = useTexts();
  const verdicts = useVerdicts(report);
  const blocked = stepsLeft(verdicts);
  const doubtful = Object.values(verdicts).filter((verdict) => verdict === 'attention').length;
  const isTest = report.stripeKey.status === 'usable' && report.stripeKey.mode === 'test';
  return (
    <Alert
      title={blocked === 0 ? setup.ready : setup.blocked(blocked)}
      variant={
        blocked > 0 ? 'warning' : restrictedAccount(report.stripeKey) !== null ? 'info' : 'success'
      }
      testId="summary"
    >
      {doubtful > 0 && (
        <Text>{blocked > 0 ? setup.toReview(doubtful) : setup.attention(doubtful)}</Text>
      )}
      {isTest && <Text>{setup.testModeNote}</Text>}
    </Alert>
  );
}

interface SetupHeaderProps {
  readonly report: SetupReport | null;
  readonly isChecking: boolean;
  /** While something is checked or changed; the end of a change is checked by itself. */
  readonly isBusy: boolean;
  readonly checkAgain: () => void;
}

/** The overall verdict, its age, and the button that checks again. */
export function SetupHeader({ report, isChecking, isBusy, checkAgain }: SetupHeaderProps) {
  const presentation = usePresentation();
  const texts = presentation.texts.setup;
  const mayManage = useMayManage();
  return (
    <Flex direction="column" gap="small">
      <CheckHeader
        checkedAtMs={report?.asOfMs}
        isDisabled={isBusy}
        check={checkAgain}
        testIds={{ checkedAt: 'checked-at', check: 'check-again' }}
        {...{ isChecking, texts }}
      >
        {report !== null && <ModeTag report={report} />}
      </CheckHeader>
      {!mayManage && <Alert title={texts.readOnly} variant="info" testId="read-only" />}
      {report !== null && <RestrictedAlert report={report} />}
      {report !== null && <Summary report={report} />}
      {report !== null && <ProfileAlert report={report} />}
    </Flex>
  );
}

type Mode = 'live' | 'test';

/** The two modes, where the key is for the one and the app was uploaded for the other; else null. */
interface WrongMode {
  readonly wanted: Mode;
  readonly used: Mode;
}

/** The profile that the app was uploaded with says which mode it is for. */
function useWrongMode({ stripeKey }: SetupReport): WrongMode | null {
  const wanted = useExtensionContext<'pages'>().variables?.['STRIPE_MODE'];
  if (stripeKey.status !== 'usable' || (wanted !== 'live' && wanted !== 'test')) return null;
  const { mode: used } = stripeKey;
  return wanted === used ? null : { wanted, used };
}

/** The verdict of each part. A key of the wrong mode blocks: it would write wrong figures. */
export function useVerdicts(report: SetupReport): Readonly<Record<SetupPart, Verdict>> {
  const wrongMode = useWrongMode(report);
  const verdicts = verdictsOf(report);
  return wrongMode === null ? verdicts : { ...verdicts, stripeKey: 'blocked' };
}

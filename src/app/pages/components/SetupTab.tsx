import { Flex } from '@hubspot/ui-extensions';
import type { SetupReport } from '@stripe-payments/core';
import { verdictsOf } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';
import { useApply } from '../hooks/use-apply.ts';
import { useRemoval } from '../hooks/use-removal.ts';
import type { Setup } from '../hooks/use-setup.ts';
import { useSetup } from '../hooks/use-setup.ts';
import { CrmAccount } from './CrmAccount.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { Properties } from './Properties.tsx';
import { Removal } from './Removal.tsx';
import { SetupHeader } from './SetupHeader.tsx';
import { SetupPart } from './SetupPart.tsx';
import { StripeAccount } from './StripeAccount.tsx';
import { StripeKey } from './StripeKey.tsx';
import { TryIt } from './TryIt.tsx';

function Checklist({ report, setup }: { readonly report: SetupReport; readonly setup: Setup }) {
  const verdicts = verdictsOf(report);
  const apply = useApply(setup.check);
  const removal = useRemoval(setup.check);
  const isBusy = apply.state.phase === 'running' || removal.state.phase === 'running';
  return (
    <>
      <SetupPart part="stripeKey" verdict={verdicts.stripeKey}>
        <StripeKey check={report.stripeKey} />
      </SetupPart>
      <SetupPart part="stripeAccount" verdict={verdicts.stripeAccount}>
        <StripeAccount check={report.stripeKey} />
      </SetupPart>
      <SetupPart part="crm" verdict={verdicts.crm}>
        <CrmAccount crm={report.crm} stripeKey={report.stripeKey} />
      </SetupPart>
      <SetupPart part="properties" verdict={verdicts.properties}>
        <Properties properties={report.properties} apply={apply} isBusy={isBusy} />
      </SetupPart>
      <TryIt report={report} />
      <Removal report={report} removal={removal} isBusy={isBusy} />
    </>
  );
}

/** The checklist, which runs itself when the page opens. */
export function SetupTab() {
  const { setup: words } = useTexts();
  const setup = useSetup();
  const { report, error } = setup;
  return (
    <Flex direction="column" gap="medium">
      <SetupHeader setup={setup} />
      {error !== null && (
        <ProblemAlert title={words.checkFailed} error={error} testId="check-problem" />
      )}
      {report !== null && <Checklist report={report} setup={setup} />}
    </Flex>
  );
}

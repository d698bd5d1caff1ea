import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { CheckedUrl } from '@stripe-payments/core';
import { CheckedButton, useFigurePresentation } from '@stripe-payments/ui';
import type { NextStep } from '../figures/next-step.ts';
import { useCopyLink } from '../invoices/use-copy-link.ts';
import { LINK_PANEL } from '../linking/LinkPanel.tsx';

/** What one press does about a step. */
export type StepAction =
  | { readonly kind: 'open'; readonly url: CheckedUrl }
  | { readonly kind: 'copy'; readonly url: CheckedUrl }
  | { readonly kind: 'review' };

/** A step, and the button that does it where there is one. Only the live read knows of a merge. */
export interface ShownStep extends Omit<NextStep, 'kind'> {
  readonly kind: NextStep['kind'] | 'merged';
  readonly action: StepAction | null;
}

interface ActionProps {
  readonly action: StepAction;
  /** True for the most urgent one. */
  readonly isFirst: boolean;
  readonly testId: string;
}

function ActionButton({ action, isFirst, testId }: ActionProps) {
  const { texts } = useFigurePresentation();
  const { common } = texts.card;
  const copyLink = useCopyLink(texts);
  const button = { variant: isFirst ? 'primary' : 'secondary', size: 'sm', testId } as const;
  switch (action.kind) {
    case 'open':
      return (
        <CheckedButton {...button} url={action.url}>
          {common.openInStripe}
        </CheckedButton>
      );
    case 'copy':
      return (
        <Button {...button} onClick={() => copyLink(action.url)}>
          {common.copyLink}
        </Button>
      );
    case 'review':
      return (
        <Button
          {...button}
          onClick={(_, { openPanel }) => {
            openPanel(LINK_PANEL);
          }}
        >
          {common.review}
        </Button>
      );
  }
}

/** What comes without a user's doing, below what is to be done: a box of its own would be as loud. */
function Coming({ step }: { readonly step: ShownStep }) {
  return (
    <Flex direction="column" gap="extra-small" testId="next-coming">
      {[step.title, ...step.lines].map((line) => (
        <Text key={line}>{line}</Text>
      ))}
    </Flex>
  );
}

/** What to do, in one place and one form wherever a record is shown; the first action is the primary one. */
export function NextSteps({ steps }: { readonly steps: readonly ShownStep[] }) {
  const first = steps.find(({ action }) => action !== null);
  return (
    <>
      {steps.map((step) => {
        const { kind, title, variant, lines, action } = step;
        if (kind === 'coming') return <Coming key={kind} step={step} />;
        return (
          <Alert key={kind} title={title} variant={variant} testId={`next-${kind}`}>
            {(lines.length > 0 || action !== null) && (
              <Flex direction="column" gap="extra-small" align="start">
                {lines.map((line) => (
                  <Text key={line}>{line}</Text>
                ))}
                {action !== null && (
                  <ActionButton
                    action={action}
                    isFirst={step === first}
                    testId={`next-${kind}-action`}
                  />
                )}
              </Flex>
            )}
          </Alert>
        );
      })}
    </>
  );
}

import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  LoadingSpinner,
  Text,
} from '@hubspot/ui-extensions';
import { failureTitle, sidebarTextsIn } from '@stripe-payments/core';
import { FailureAlert, SmallLines, useFigurePresentation } from '@stripe-payments/ui';
import { CoverageBar } from '../figures/Figures.tsx';
import { NextSteps } from '../next/NextSteps.tsx';
import { HeadlineTags, SyncButton } from '../record/CardHeader.tsx';
import { SyncResult } from '../sync/SyncResult.tsx';
import type { SidebarState } from './sidebar-state.ts';
import type { Sidebar } from './use-sidebar.ts';

/** What the last sync saved, in a narrow column, below the button that renews it: it never moves. */
export function SidebarBody({ sidebar }: { readonly sidebar: Sidebar }) {
  const { state, asOf, sync } = sidebar;
  return (
    <Flex direction="column" gap="small">
      {state.kind !== 'unknown-type' && (
        <Flex direction="row">
          <SyncButton sync={sync} variant="secondary" />
        </Flex>
      )}
      {'headline' in state && (
        <Flex direction="row" wrap align="center" gap="extra-small">
          <HeadlineTags headline={state.headline} />
        </Flex>
      )}
      <SyncResult state={sync.state} isRepeated={sync.isRepeated} />
      <SidebarFigures state={state} />
      {asOf !== null && <Text variant="microcopy">{asOf}</Text>}
    </Flex>
  );
}

function WarningLine({ warning }: { readonly warning: string | null }) {
  const { seeCard } = sidebarTextsIn(useFigurePresentation().language);
  if (warning === null) return null;
  return (
    <Alert title={warning} variant="danger" testId="sidebar-warning">
      <Text>{seeCard}</Text>
    </Alert>
  );
}

type Saved = Extract<SidebarState, { readonly kind: 'saved' }>;

function SavedFigures({ state }: { readonly state: Saved }) {
  const { headline, difference, rows, warning, steps } = state;
  return (
    <>
      <WarningLine warning={warning} />
      <NextSteps steps={steps} />
      <CoverageBar progress={headline.progress} isWide={false} />
      {difference !== null && <Text testId="sidebar-difference">{difference}</Text>}
      <DescriptionList direction="column" testId="sidebar-figures">
        {rows.map(({ label, value }) => (
          <DescriptionListItem key={label} label={label}>
            <Text>{value}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
      <SmallLines lines={headline.lines} />
    </>
  );
}

interface NothingProps {
  readonly title: string;
  readonly text: string;
  readonly testId: string;
}

function Nothing({ title, text, testId }: NothingProps) {
  return (
    <Flex direction="column" gap="extra-small" testId={testId}>
      <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
      <Text>{text}</Text>
    </Flex>
  );
}

/** One screen a state. */
function SidebarFigures({ state }: { readonly state: SidebarState }) {
  const { texts, language } = useFigurePresentation();
  const labels = sidebarTextsIn(language);
  switch (state.kind) {
    case 'loading':
      return <LoadingSpinner label={labels.loading} showLabel size="sm" layout="inline" />;
    case 'not-set-up':
    case 'unknown-type':
      return (
        <FailureAlert
          variant="warning"
          testId={`sidebar-${state.kind}`}
          title={failureTitle(state.error.code, texts)}
          failures={[state.error]}
        />
      );
    case 'never-synced':
      return (
        <>
          <WarningLine warning={state.warning} />
          <Nothing
            title={labels.neverTitle}
            text={state.warning === null ? labels.never : labels.neverSaved}
            testId="sidebar-never-synced"
          />
        </>
      );
    case 'no-payments':
      return (
        <>
          <WarningLine warning={state.warning} />
          <NextSteps steps={state.steps} />
          {state.text !== null && (
            <Nothing
              title={labels.noPaymentsTitle}
              text={state.text}
              testId="sidebar-no-payments"
            />
          )}
          <CoverageBar progress={state.headline.progress} isWide={false} />
        </>
      );
    case 'saved':
      return <SavedFigures state={state} />;
  }
}

import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  LoadingSpinner,
  Text,
} from '@hubspot/ui-extensions';
import { failureTitle, sidebarTextsIn } from '@stripe-payments/core';
import { FailureAlert, SmallLines, usePresentation } from '@stripe-payments/ui';
import { CoverageBar } from '../figures/Figures.tsx';
import { HeadlineTags, SyncButton } from '../record/CardHeader.tsx';
import { SyncResult } from '../sync/SyncResult.tsx';
import type { SidebarState, Warning } from './sidebar-state.ts';
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
      <SyncResult state={sync.state} />
      <SidebarFigures state={state} />
      {asOf !== null && <Text variant="microcopy">{asOf}</Text>}
    </Flex>
  );
}

function WarningLine({ warning }: { readonly warning: Warning | null }) {
  if (warning === null) return null;
  return <Alert title={warning.text} variant={warning.variant} testId="sidebar-warning" />;
}

type Saved = Extract<SidebarState, { readonly kind: 'saved' }>;

function SavedFigures({ state }: { readonly state: Saved }) {
  const { headline, difference, rows, warning, review } = state;
  return (
    <>
      <CoverageBar progress={headline.progress} isWide={false} />
      {difference !== null && <Text testId="sidebar-difference">{difference}</Text>}
      <WarningLine warning={warning} />
      <DescriptionList direction="column" testId="sidebar-figures">
        {rows.map(({ label, value }) => (
          <DescriptionListItem key={label} label={label}>
            <Text>{value}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
      {review !== null && <Text testId="sidebar-review">{review}</Text>}
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
  const { texts, language } = usePresentation();
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
          <Nothing title={labels.neverTitle} text={labels.never} testId="sidebar-never-synced" />
          <WarningLine warning={state.warning} />
        </>
      );
    case 'no-payments':
      return (
        <>
          {state.review === null ? (
            <Nothing
              title={labels.noPaymentsTitle}
              text={state.text}
              testId="sidebar-no-payments"
            />
          ) : (
            <Text testId="sidebar-review">{state.review}</Text>
          )}
          <CoverageBar progress={state.headline.progress} isWide={false} />
          <WarningLine warning={state.warning} />
        </>
      );
    case 'saved':
      return <SavedFigures state={state} />;
  }
}

import {
  Alert,
  Flex,
  ProgressBar,
  Statistics,
  StatisticsItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { CheckedUrl } from '@stripe-payments/core';
import { CheckedLink, useTexts } from '@stripe-payments/ui';
import type { Progress } from './coverage.ts';
import type { CurrencyRow } from './currency-rows.ts';
import type { Headline } from './headline.ts';
import type { Statistic } from './statistics.ts';

interface CurrencyTableProps {
  /** The labels of the amounts. */
  readonly labels: readonly string[];
  readonly rows: readonly CurrencyRow[];
  readonly testId: string;
}

/** At most four columns: six do not fit a record page on a small screen. */
function CurrencyTable({ labels, rows, testId }: CurrencyTableProps) {
  const { figures } = useTexts().card;
  if (rows.length === 0) return null;
  return (
    <Table bordered density="condensed" testId={testId}>
      <TableHead>
        <TableRow>
          <TableHeader>{figures.currency}</TableHeader>
          {labels.map((label) => (
            <TableHeader key={label} align="right">
              {label}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(([name, ...amounts]) => (
          <TableRow key={name.text}>
            <TableCell>{name.text}</TableCell>
            {amounts.map(({ text, note }, place) => (
              <TableCell key={labels[place]} align="right">
                <Text>{text}</Text>
                {note !== undefined && <Text variant="microcopy">{note}</Text>}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface StatisticsRowProps {
  readonly statistics: readonly Statistic[];
  readonly testId: string;
}

function StatisticsRow({ statistics, testId }: StatisticsRowProps) {
  return (
    <Statistics testId={testId}>
      {statistics.map(({ label, value }) => (
        <StatisticsItem key={label} label={label} number={value} />
      ))}
    </Statistics>
  );
}

interface CoverageBarProps {
  readonly progress: Progress | null;
  /** False in a narrow column, where the amounts need all of it. */
  readonly isWide: boolean;
}

/** How much of the deal is paid. */
export function CoverageBar({ progress, isWide }: CoverageBarProps) {
  if (progress === null) return null;
  return <ProgressBar {...progress} showPercentage={isWide} testId="coverage-bar" />;
}

interface FiguresProps {
  readonly headline: Headline;
  /** False where alerts beside it say in detail what to do. */
  readonly isAlone: boolean;
  /** Where the one payment that waits to be captured is; null where that is not known. */
  readonly captureUrl: CheckedUrl | null;
}

interface NextProps extends FiguresProps {
  /** True where there is nothing to do but to wait. */
  readonly isInfo: boolean;
}

/** One line: what is most urgent of what no alert says. */
function Next({ headline, isAlone, captureUrl, isInfo }: NextProps) {
  const { openInStripe } = useTexts().card.payments;
  const step = headline.next.find(({ hasAlert }) => isAlone || !hasAlert);
  if (step === undefined || isInfo !== (step.variant === 'info')) return null;
  return (
    <Alert title={step.text} variant={step.variant} testId="next">
      {step.isCapture === true && captureUrl !== null && (
        <CheckedLink url={captureUrl} text={openInStripe} testId="capture-in-stripe" />
      )}
    </Alert>
  );
}

/** What is wrong, how much is paid, paid, refunded or disputed, net, and what is next: one glance. */
export function Figures(props: FiguresProps) {
  const { headline } = props;
  const { figures, billing } = useTexts().card;
  return (
    <Flex direction="column" gap="small">
      <Next {...props} isInfo={false} />
      <CoverageBar progress={headline.progress} isWide />
      <StatisticsRow statistics={headline.statistics} testId="figures" />
      {headline.openStatistics.length > 0 && (
        <StatisticsRow statistics={headline.openStatistics} testId="open-figures" />
      )}
      <CurrencyTable
        labels={[figures.paid, figures.gross, figures.net]}
        rows={headline.currencyRows}
        testId="currency-table"
      />
      <CurrencyTable
        labels={[billing.dueLabel, billing.recurringLabel]}
        rows={headline.openRows}
        testId="open-table"
      />
      {headline.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {headline.difference.length > 0 && (
        <Text format={{ fontWeight: 'demibold' }} testId="difference">
          {headline.difference.join(' ')}
        </Text>
      )}
      <Next {...props} isInfo />
      {headline.funds !== null && <Text testId="funds">{headline.funds}</Text>}
      {headline.hints.map((hint) => (
        <Text key={hint} variant="microcopy">
          {hint}
        </Text>
      ))}
    </Flex>
  );
}

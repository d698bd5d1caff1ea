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
import { useTexts } from '@stripe-payments/ui';
import type { Progress } from './coverage.ts';
import type { CurrencyRow, OpenRow } from './currency-rows.ts';
import type { Headline } from './headline.ts';
import type { Statistic } from './statistics.ts';

/** Four columns: six do not fit a record page on a small screen. */
function CurrencyTable({ rows }: { readonly rows: readonly CurrencyRow[] }) {
  const { figures: texts, payments } = useTexts().card;
  return (
    <Table bordered density="condensed" testId="currency-table">
      <TableHead>
        <TableRow>
          <TableHeader>{texts.currency}</TableHeader>
          <TableHeader align="right">{texts.paid}</TableHeader>
          <TableHeader align="right">{texts.gross}</TableHeader>
          <TableHeader align="right">{texts.net}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.currency}>
            <TableCell>{row.currency}</TableCell>
            <TableCell align="right">
              <Text>{row.paid}</Text>
              {row.taken !== null && <Text variant="microcopy">{row.taken}</Text>}
            </TableCell>
            <TableCell align="right">{row.gross}</TableCell>
            <TableCell align="right">
              <Text>{row.net}</Text>
              <Text variant="microcopy">{payments.feeOf(row.fees)}</Text>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function OpenTable({ rows }: { readonly rows: readonly OpenRow[] }) {
  const { figures, billing } = useTexts().card;
  return (
    <Table bordered density="condensed" testId="open-table">
      <TableHead>
        <TableRow>
          <TableHeader>{figures.currency}</TableHeader>
          <TableHeader align="right">{billing.dueLabel}</TableHeader>
          <TableHeader align="right">{billing.recurringLabel}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.currency}>
            <TableCell>{row.currency}</TableCell>
            <TableCell align="right">{row.due}</TableCell>
            <TableCell align="right">{row.recurring}</TableCell>
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
}

/** One line: what is most urgent of what no alert says. */
function Next({ headline, isAlone }: FiguresProps) {
  const step = headline.next.find(({ hasAlert }) => isAlone || !hasAlert);
  if (step === undefined) return null;
  const { text, variant } = step;
  return variant === 'info' ? (
    <Text testId="next">{text}</Text>
  ) : (
    <Alert title={text} variant={variant} testId="next" />
  );
}

/** How much is paid, paid, refunded or disputed, net, and what is next: one glance. */
export function Figures({ headline, isAlone }: FiguresProps) {
  return (
    <Flex direction="column" gap="small">
      <CoverageBar progress={headline.progress} isWide />
      <StatisticsRow statistics={headline.statistics} testId="figures" />
      {headline.openStatistics.length > 0 && (
        <StatisticsRow statistics={headline.openStatistics} testId="open-figures" />
      )}
      {headline.currencyRows.length > 0 && <CurrencyTable rows={headline.currencyRows} />}
      {headline.openRows.length > 0 && <OpenTable rows={headline.openRows} />}
      {headline.lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {headline.difference.length > 0 && (
        <Text format={{ fontWeight: 'demibold' }} testId="difference">
          {headline.difference.join(' ')}
        </Text>
      )}
      <Next headline={headline} isAlone={isAlone} />
      {headline.funds !== null && <Text testId="funds">{headline.funds}</Text>}
      {headline.hints.map((hint) => (
        <Text key={hint} variant="microcopy">
          {hint}
        </Text>
      ))}
    </Flex>
  );
}

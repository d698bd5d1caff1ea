import {
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

/** How much is paid, refunded or disputed, net, and what is open. */
export function Figures({ headline }: { readonly headline: Headline }) {
  const { figures, common } = useTexts().card;
  return (
    <Flex direction="column" gap="small">
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
        labels={[common.dueLabel, common.recurringLabel]}
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
      {headline.hints.map((hint) => (
        <Text key={hint} variant="microcopy">
          {hint}
        </Text>
      ))}
    </Flex>
  );
}

import {
  Flex,
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
import { english } from '@stripe-payments/core';
import type { CurrencyRow } from '../hooks/currency-rows.ts';
import type { Headline } from '../hooks/headline.ts';

const words = english.card.figures;

function CurrencyTable({ rows }: { readonly rows: readonly CurrencyRow[] }) {
  return (
    <Table bordered density="condensed" testId="currency-table">
      <TableHead>
        <TableRow>
          <TableHeader>{words.currency}</TableHeader>
          <TableHeader align="right">{words.paid}</TableHeader>
          <TableHeader align="right">{words.takenBack}</TableHeader>
          <TableHeader align="right">{words.gross}</TableHeader>
          <TableHeader align="right">{words.fees}</TableHeader>
          <TableHeader align="right">{words.net}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.currency}>
            <TableCell>{row.currency}</TableCell>
            <TableCell align="right">{row.paid}</TableCell>
            <TableCell align="right">{row.taken}</TableCell>
            <TableCell align="right">{row.gross}</TableCell>
            <TableCell align="right">{row.fees}</TableCell>
            <TableCell align="right">{row.net}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Deal amount, paid, refunded or disputed, net: one glance. */
export function Figures({ headline }: { readonly headline: Headline }) {
  return (
    <Flex direction="column" gap="small">
      <Statistics testId="figures">
        {headline.statistics.map(({ label, value }) => (
          <StatisticsItem key={label} label={label} number={value} />
        ))}
      </Statistics>
      {headline.currencyRows.length > 0 && <CurrencyTable rows={headline.currencyRows} />}
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

import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { RequestPrepared } from '@stripe-payments/core';
import { formatMoney, isolated } from '@stripe-payments/core';
import { LongText } from '@stripe-payments/ui';
import { oftenText } from './subscription-form.ts';
import type { ActingPresentation } from './use-acting.ts';
import { useActingPresentation } from './use-acting.ts';

/** What is asked for, what recurs first; and of a subscription how often each line is billed. */
function linesOf({ lines, cycle }: RequestPrepared, presentation: ActingPresentation) {
  if (cycle === null) return lines.map((line) => ({ line, often: null }));
  const { once } = presentation.texts.acting.subscribing;
  return [
    ...cycle.lines.map((line) => ({ line, often: oftenText(line.interval, presentation) })),
    ...lines.map((line) => ({ line, often: once })),
  ];
}

export function RequestLines({ prepared }: { readonly prepared: RequestPrepared }) {
  const presentation = useActingPresentation();
  const { texts, locale } = presentation;
  const { preview } = texts.acting;
  return (
    <Table bordered density="condensed" testId="request-lines">
      <TableHead>
        <TableRow>
          <TableHeader>{preview.item}</TableHeader>
          <TableHeader align="right">{preview.quantity}</TableHeader>
          <TableHeader align="right">{preview.price}</TableHeader>
          <TableHeader align="right">{preview.total}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {linesOf(prepared, presentation).map(({ line, often }, place) => (
          <TableRow key={place}>
            <TableCell>
              <LongText text={isolated(line.label)} />
              {often !== null && <Text variant="microcopy">{often}</Text>}
              {line.discount.minor > 0 && (
                <Text variant="microcopy">
                  {preview.discount(formatMoney(line.discount, locale))}
                </Text>
              )}
            </TableCell>
            <TableCell align="right">{line.quantity}</TableCell>
            <TableCell align="right">{formatMoney(line.unit, locale)}</TableCell>
            <TableCell align="right">{formatMoney(line.total, locale)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell colSpan={3}>{preview.total}</TableCell>
          <TableCell align="right">{formatMoney(prepared.total, locale)}</TableCell>
        </TableRow>
      </TableFooter>
    </Table>
  );
}

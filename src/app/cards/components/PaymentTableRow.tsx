import { StatusTag, TableCell, TableRow, Text } from '@hubspot/ui-extensions';
import type { PaymentLine } from '../hooks/payment-line.ts';
import { useTexts } from '../hooks/use-presentation.ts';
import { CheckedLink } from './CheckedLink.tsx';
import { SmallLines } from './SmallLines.tsx';

const COLUMN_COUNT = 5;

/** A payment, and below it in full width what it was for and why it is here. */
export function PaymentTableRow({ line }: { readonly line: PaymentLine }) {
  const { openInStripe } = useTexts().card.payments;
  return (
    <>
      <TableRow>
        <TableCell>
          <CheckedLink url={line.dashboardUrl} text={line.date} hint={openInStripe} />
          <Text variant="microcopy">{line.method}</Text>
        </TableCell>
        <TableCell align="right">
          <Text>{line.amount}</Text>
          {line.amountHint !== null && <Text variant="microcopy">{line.amountHint}</Text>}
        </TableCell>
        <TableCell>
          <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
        </TableCell>
        <TableCell align="right">{line.fee}</TableCell>
        <TableCell align="right">{line.net}</TableCell>
      </TableRow>
      <TableRow>
        <TableCell colSpan={COLUMN_COUNT}>
          <SmallLines lines={line.details} />
        </TableCell>
      </TableRow>
    </>
  );
}

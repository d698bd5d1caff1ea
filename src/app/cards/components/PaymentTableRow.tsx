import { Link, StatusTag, TableCell, TableRow, Text, Tooltip } from '@hubspot/ui-extensions';
import { english } from '@stripe-payments/core';
import type { PaymentLine } from '../hooks/payment-line.ts';

const COLUMN_COUNT = 5;

/** Pixels: so wide that the five columns fit the middle of a record at 900. */
const DESCRIPTION_WIDTH = 130;

/** When, what for and paid with what. */
function PaymentCell({ line }: { readonly line: PaymentLine }) {
  const { description } = line;
  return (
    <TableCell>
      <Link
        href={{ url: line.dashboardUrl, external: true }}
        overlay={<Tooltip>{english.card.payments.openInStripe}</Tooltip>}
      >
        {line.date}
      </Link>
      {description !== null && (
        <Text
          variant="microcopy"
          truncate={{ tooltipText: description, maxWidth: DESCRIPTION_WIDTH }}
        >
          {description}
        </Text>
      )}
      <Text variant="microcopy">{line.method}</Text>
    </TableCell>
  );
}

/** A payment, and below it what its status does not say. */
export function PaymentTableRow({ line }: { readonly line: PaymentLine }) {
  return (
    <>
      <TableRow>
        <PaymentCell line={line} />
        <TableCell align="right">
          <Text>{line.amount}</Text>
          {line.amountHint !== null && <Text variant="microcopy">{line.amountHint}</Text>}
        </TableCell>
        <TableCell>
          <StatusTag variant={line.status.variant}>{line.status.label}</StatusTag>
          <Text variant="microcopy">{line.why}</Text>
        </TableCell>
        <TableCell align="right">{line.fee}</TableCell>
        <TableCell align="right">{line.net}</TableCell>
      </TableRow>
      {line.explanation !== null && (
        <TableRow>
          <TableCell colSpan={COLUMN_COUNT}>
            <Text variant="microcopy">{line.explanation}</Text>
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

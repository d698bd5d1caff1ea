import {
  Accordion,
  AutoGrid,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useTexts } from '@stripe-payments/ui';
import type { FeeDetail } from './fee-detail.ts';

function FeeTable({ title, lines }: FeeDetail) {
  const { payments } = useTexts().card;
  return (
    <Table bordered density="compact">
      <TableHead>
        <TableRow>
          <TableHeader>{title}</TableHeader>
          <TableHeader align="right">{payments.amount}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ label, value, isTotal }) => (
          <TableRow key={`${label}/${value}`}>
            <TableCell>
              <Text format={{ fontWeight: isTotal ? 'bold' : 'regular' }}>{label}</Text>
            </TableCell>
            <TableCell align="right">
              <Text format={{ fontWeight: isTotal ? 'bold' : 'regular' }}>{value}</Text>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface FeeDetailsProps {
  readonly details: readonly FeeDetail[];
  /** True where the card says already that the account has fees of its own. */
  readonly isNoted: boolean;
}

/** How net comes about, on demand: one table a settlement currency. */
export function FeeDetails({ details, isNoted }: FeeDetailsProps) {
  const texts = useTexts().card.fees;
  return (
    <Accordion title={texts.title} size="sm" testId="fee-details">
      <Flex direction="column" gap="small">
        <AutoGrid columnWidth={280} flexible gap="medium">
          {details.map((detail) => (
            <FeeTable key={detail.currency} {...detail} />
          ))}
        </AutoGrid>
        {!isNoted && <Text variant="microcopy">{texts.accountFees}</Text>}
      </Flex>
    </Accordion>
  );
}

import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@hubspot/ui-extensions';
import type { ChangeLine } from '@stripe-payments/core';
import { shortened, wrappable } from '@stripe-payments/core';
import { useTexts } from '../hooks/use-presentation.ts';

/** A value can be as long as a property takes. */
const MAX_OF_VALUE = 300;

const shown = (value: string): string => wrappable(shortened(value, MAX_OF_VALUE));

/** Each property that a sync would write, as it is and as it would be. */
export function ChangeTable({ lines }: { readonly lines: readonly ChangeLine[] }) {
  const words = useTexts().setup.tryIt;
  return (
    <Table density="condensed" flush testId="changes">
      <TableHead>
        <TableRow>
          <TableHeader>{words.property}</TableHeader>
          <TableHeader>{words.now}</TableHeader>
          <TableHeader>{words.then}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ label, from, to }) => (
          <TableRow key={label}>
            <TableCell>{label}</TableCell>
            <TableCell>{shown(from)}</TableCell>
            <TableCell>{shown(to)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

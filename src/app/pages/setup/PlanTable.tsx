import {
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { PlanLine } from './property-lines.ts';
import { useTexts } from '../use-presentation.ts';

const LINES_A_PAGE = 14;

function Line({ line }: { readonly line: PlanLine }) {
  const { records, property, name, action, details } = line;
  return (
    <TableRow>
      <TableCell>{records}</TableCell>
      <TableCell>
        <Flex direction="column">
          <Text>{property}</Text>
          <Text variant="microcopy">{name}</Text>
        </Flex>
      </TableCell>
      <TableCell>
        <Flex direction="column">
          <Text>{action}</Text>
          {details.map((detail) => (
            <Text key={detail} variant="microcopy">
              {detail}
            </Text>
          ))}
        </Flex>
      </TableCell>
    </TableRow>
  );
}

interface PlanTableProps {
  readonly lines: readonly PlanLine[];
  /** The one that was asked for last. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Every step of the dry run, page by page. */
export function PlanTable({ lines, page: asked, onPage }: PlanTableProps) {
  const texts = useTexts().setup.properties;
  const pageCount = Math.ceil(lines.length / LINES_A_PAGE);
  // The shown page may be gone after its steps were applied.
  const page = Math.min(asked, pageCount);
  const shown = lines.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE);
  const head = (
    <TableHead>
      <TableRow>
        <TableHeader width="min">{texts.objectType}</TableHeader>
        <TableHeader>{texts.property}</TableHeader>
        <TableHeader>{texts.would}</TableHeader>
      </TableRow>
    </TableHead>
  );
  const body = (
    <TableBody>
      {shown.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </TableBody>
  );
  if (pageCount === 1) {
    return (
      <Table bordered density="condensed" testId="plan">
        {head}
        {body}
      </Table>
    );
  }
  return (
    <Table
      bordered
      density="condensed"
      paginated
      page={page}
      pageCount={pageCount}
      onPageChange={onPage}
      testId="plan"
    >
      {head}
      {body}
    </Table>
  );
}

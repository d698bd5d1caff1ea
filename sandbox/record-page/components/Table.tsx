import type {
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TableProps,
} from '@hubspot/ui-extensions';
import { createContext, useContext } from 'react';
import type { CSSProperties } from 'react';
import { callCard } from './call-card.ts';
import { classes } from './sizes.ts';
import { TablePagination } from './TablePagination.tsx';

const InHeadContext = createContext(false);

function columnStyle({ align, width }: Pick<TableCellProps, 'align' | 'width'>): CSSProperties {
  const widths: Readonly<Record<string, string>> = { min: '1%', max: '99%', auto: 'auto' };
  return {
    textAlign: align,
    width: typeof width === 'string' ? widths[width] : width,
    whiteSpace: width === 'min' ? 'nowrap' : undefined,
  };
}

export function Table(props: TableProps) {
  const { bordered = true, flush = false, density = 'default', children, testId } = props;
  return (
    <div className={classes('table-block', flush && 'table-flush')} data-test-id={testId}>
      <div className={classes('table-scroll', bordered && 'table-bordered')} tabIndex={0}>
        <table className={`table table-${density}`}>{children}</table>
      </div>
      {props.paginated === true && <TablePagination {...props} />}
    </div>
  );
}

export function TableHead({ children, testId }: TableElementProps) {
  return (
    <InHeadContext.Provider value={true}>
      <thead data-test-id={testId}>{children}</thead>
    </InHeadContext.Provider>
  );
}

export function TableBody({ children, testId }: TableElementProps) {
  return <tbody data-test-id={testId}>{children}</tbody>;
}

export function TableFooter({ children, testId }: TableElementProps) {
  return <tfoot data-test-id={testId}>{children}</tfoot>;
}

export function TableRow({ children, testId }: TableElementProps) {
  return <tr data-test-id={testId}>{children}</tr>;
}

export function TableCell(props: TableCellProps) {
  const { colSpan, children, testId } = props;
  return (
    <td style={columnStyle(props)} colSpan={colSpan} data-test-id={testId}>
      {children}
    </td>
  );
}

const arrows = { ascending: '↑', descending: '↓', none: '↕' } as const;

/** A sortable header asks for the other direction; the card sorts its rows itself. */
export function TableHeader(props: TableHeaderProps) {
  const isInHead = useContext(InHeadContext);
  const { children, testId } = props;
  const shared = {
    scope: isInHead ? 'col' : 'row',
    style: columnStyle(props),
    'data-test-id': testId,
  };
  if (!('onSortChange' in props)) {
    return <th {...shared}>{children}</th>;
  }
  const { sortDirection, onSortChange, disabled = false } = props;
  const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
  return (
    <th {...shared} aria-sort={sortDirection}>
      <button
        type="button"
        className="sort-button"
        disabled={disabled}
        onClick={() => {
          callCard(onSortChange, next);
        }}
      >
        {children}
        <span aria-hidden="true" className={`sort-arrow sort-${sortDirection}`}>
          {arrows[sortDirection]}
        </span>
      </button>
    </th>
  );
}

import type {
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TableProps,
} from '@hubspot/ui-extensions';
import { createContext, useContext, useState } from 'react';
import type { CSSProperties } from 'react';
import { Glyph } from './icons.tsx';
import { callCard, classes } from './kit.ts';

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

const SORT_ARROWS = { ascending: '↑', descending: '↓', none: '↕' } as const;

/** A sortable header reports the other direction; the card sorts its rows itself. */
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
          {SORT_ARROWS[sortDirection]}
        </span>
      </button>
    </th>
  );
}

type PaginatedProps = Extract<TableProps, { paginated: true }>;

function visiblePages(current: number, count: number, maxCount: number): readonly number[] {
  const first = Math.max(1, Math.min(current - Math.floor(maxCount / 2), count - maxCount + 1));
  return Array.from({ length: Math.min(maxCount, count) }, (_, index) => first + index);
}

/** Page numbers start at 1. Without `page` the table keeps its own. */
function TablePagination(props: PaginatedProps) {
  const { pageCount, maxVisiblePageButtons = 5, showFirstLastButtons = false, page } = props;
  const [ownPage, setOwnPage] = useState(1);
  const current = page ?? ownPage;
  const labelClass = (props.showButtonLabels ?? true) ? '' : 'visually-hidden';
  const goTo = (next: number) => (): void => {
    setOwnPage(next);
    callCard(props.onPageChange, next);
  };
  const step = (label: string, glyph: 'left' | 'right', target: number) => (
    <button
      type="button"
      className="page-step"
      disabled={glyph === 'left' ? current <= 1 : current >= pageCount}
      onClick={goTo(target)}
    >
      {glyph === 'left' && <Glyph name="left" />}
      <span className={labelClass}>{label}</span>
      {glyph === 'right' && <Glyph name="right" />}
    </button>
  );
  return (
    <nav className="pagination" aria-label="Pages">
      {showFirstLastButtons && step('First', 'left', 1)}
      {step('Prev', 'left', current - 1)}
      {visiblePages(current, pageCount, maxVisiblePageButtons).map((number) => (
        <button
          key={number}
          type="button"
          className="page-number"
          aria-label={`Page ${String(number)}`}
          aria-current={number === current ? 'page' : undefined}
          onClick={goTo(number)}
        >
          {number}
        </button>
      ))}
      {step('Next', 'right', current + 1)}
      {showFirstLastButtons && step('Last', 'right', pageCount)}
    </nav>
  );
}

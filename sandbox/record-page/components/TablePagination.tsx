import type { TableProps } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { callCard } from './call-card.ts';
import { Glyph } from './Glyph.tsx';

type PaginatedProps = Extract<TableProps, { paginated: true }>;

function visiblePages(current: number, count: number, most: number): readonly number[] {
  const first = Math.max(1, Math.min(current - Math.floor(most / 2), count - most + 1));
  return Array.from({ length: Math.min(most, count) }, (_, index) => first + index);
}

interface PageButtonProps {
  readonly label: string;
  readonly showLabel: boolean;
  readonly glyph: 'left' | 'right';
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function StepButton({ label, showLabel, glyph, disabled, onClick }: PageButtonProps) {
  return (
    <button type="button" className="page-step" {...{ disabled, onClick }}>
      {glyph === 'left' && <Glyph name="left" />}
      <span className={showLabel ? '' : 'visually-hidden'}>{label}</span>
      {glyph === 'right' && <Glyph name="right" />}
    </button>
  );
}

/** Page numbers start at 1. Without `page` the table keeps its own. */
export function TablePagination(props: PaginatedProps) {
  const { pageCount, maxVisiblePageButtons = 5, showFirstLastButtons = false, page } = props;
  const [ownPage, setOwnPage] = useState(1);
  const current = page ?? ownPage;
  const showLabel = props.showButtonLabels ?? true;
  const goTo = (next: number) => (): void => {
    setOwnPage(next);
    callCard(props.onPageChange, next);
  };
  const back = { glyph: 'left', showLabel, disabled: current <= 1 } as const;
  const ahead = { glyph: 'right', showLabel, disabled: current >= pageCount } as const;
  return (
    <nav className="pagination" aria-label="Pages">
      {showFirstLastButtons && <StepButton label="First" {...back} onClick={goTo(1)} />}
      <StepButton label="Prev" {...back} onClick={goTo(current - 1)} />
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
      <StepButton label="Next" {...ahead} onClick={goTo(current + 1)} />
      {showFirstLastButtons && <StepButton label="Last" {...ahead} onClick={goTo(pageCount)} />}
    </nav>
  );
}

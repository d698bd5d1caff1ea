import type {
  AutoGridProps,
  BoxProps,
  CardProps,
  DescriptionListItemProps,
  DescriptionListProps,
  DividerProps,
  FlexProps,
  InlineProps,
  ListProps,
  SpacerProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { Children } from 'react';
import { classes, shortSize } from './kit.ts';

const FLEX_VALUES: Readonly<Record<string, string>> = {
  start: 'flex-start',
  end: 'flex-end',
  around: 'space-around',
  between: 'space-between',
};

const flexValue = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : (FLEX_VALUES[value] ?? value);

export function Flex(props: FlexProps) {
  const { direction = 'row', justify, align, alignSelf, wrap, gap, children, testId } = props;
  return (
    <div
      className={classes('flex', `gap-${shortSize(gap, 'flush')}`)}
      data-test-id={testId}
      style={{
        flexDirection: direction,
        justifyContent: flexValue(justify),
        alignItems: flexValue(align),
        alignSelf: flexValue(alignSelf),
        flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
      }}
    >
      {children}
    </div>
  );
}

const FLEX_SHORTHANDS = { initial: '0 1 auto', auto: '1 1 auto', none: '0 0 auto' } as const;

export function Box({ alignSelf, flex = 'auto', children, testId }: BoxProps) {
  const shorthand = typeof flex === 'number' ? `${String(flex)} 1 0` : FLEX_SHORTHANDS[flex];
  return (
    <div
      className="box"
      data-test-id={testId}
      style={{ alignSelf: flexValue(alignSelf), flex: shorthand }}
    >
      {children}
    </div>
  );
}

export function Inline({ justify, align, gap, children, testId }: InlineProps) {
  return (
    <div
      className={classes('flex inline', `gap-${shortSize(gap, 'flush')}`)}
      data-test-id={testId}
      style={{ justifyContent: flexValue(justify), alignItems: flexValue(align) }}
    >
      {children}
    </div>
  );
}

export function AutoGrid({ columnWidth, flexible = false, gap, children, testId }: AutoGridProps) {
  const width = `${String(columnWidth)}px`;
  const column = flexible ? `minmax(min(${width}, 100%), 1fr)` : `min(${width}, 100%)`;
  return (
    <div
      className={classes('auto-grid', `gap-${shortSize(gap, 'flush')}`)}
      data-test-id={testId}
      style={{ gridTemplateColumns: `repeat(auto-fit, ${column})` }}
    >
      {children}
    </div>
  );
}

export function Divider({ size, testId }: DividerProps) {
  const className = `divider divider-${shortSize(size, 'sm')}`;
  return <hr className={className} data-test-id={testId} />;
}

export function Spacer({ size, testId }: SpacerProps) {
  return <div className={`spacer spacer-${shortSize(size, 'sm')}`} data-test-id={testId} />;
}

export function Card({ children, testId }: CardProps) {
  return (
    <div className="inner-card" data-test-id={testId}>
      {children}
    </div>
  );
}

export function Tile({ compact = false, flush = false, children, testId }: TileProps) {
  return (
    <div
      className={classes('tile', compact && 'tile-compact', flush && 'tile-flush')}
      data-test-id={testId}
    >
      {children}
    </div>
  );
}

export function DescriptionList({ direction = 'column', children, testId }: DescriptionListProps) {
  return (
    <dl className={`description-list description-list-${direction}`} data-test-id={testId}>
      {children}
    </dl>
  );
}

export function DescriptionListItem({ label, children, testId }: DescriptionListItemProps) {
  return (
    <div className="description-list-item" data-test-id={testId}>
      <dt>
        <bdi>{label}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

export function List({ variant = 'unordered', children, testId }: ListProps) {
  const Element = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Element className={`list list-${variant}`} data-test-id={testId}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </Element>
  );
}

import type {
  CardProps,
  DescriptionListItemProps,
  DescriptionListProps,
  ListProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { Children } from 'react';
import { classes } from './sizes.ts';

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

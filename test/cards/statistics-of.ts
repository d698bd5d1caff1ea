import { StatisticsItem } from '@hubspot/ui-extensions';
import type { DealCardPage } from './deal-card.tsx';
import { plain } from './texts-in.ts';

/** The large figures by their labels. */
export function statisticsOf(card: DealCardPage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    card
      .findAll(StatisticsItem)
      .map(({ props }) => [props.label, plain(String(props.number))] as const),
  );
}

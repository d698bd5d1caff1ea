import { StatisticsItem } from '@hubspot/ui-extensions';
import type { CardPage } from './card-page.tsx';
import { plain } from './texts-in.ts';

/** The large figures by their labels. */
export function statisticsOf(card: CardPage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    card
      .findAll(StatisticsItem)
      .map(({ props }) => [props.label, plain(String(props.number))] as const),
  );
}

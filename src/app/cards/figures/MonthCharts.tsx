import { BarChart, Flex, Heading } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { SmallLines, usePresentation, useTexts } from '@stripe-payments/ui';
import type { MonthChart } from './month-charts.ts';
import { monthChartsOf } from './month-charts.ts';

function Chart({ chart }: { readonly chart: MonthChart }) {
  const { billing, common, figures } = useTexts().card;
  return (
    <BarChart
      data={chart.bars.map((bar) => ({ ...bar }))}
      axes={{
        x: { field: 'month', fieldType: 'category', label: billing.chartMonth },
        y: { field: 'amount', fieldType: 'linear', label: billing.chartAmount },
        options: {
          groupFieldByColor: 'kind',
          colors: { [figures.gross]: 'blue', [figures.fees]: 'orange', [common.net]: 'green' },
        },
      }}
      options={{ title: chart.title, showLegend: true, showTooltips: true }}
      testId={`month-chart-${chart.currency}`}
    />
  );
}

/** Gross, fees and net of each month, a chart a settlement currency. */
export function MonthCharts({ view }: { readonly view: RecordView }) {
  const presentation = usePresentation();
  const { charts, hints } = monthChartsOf(view, presentation);
  if (charts.length === 0 && hints.length === 0) return null;
  return (
    <Flex direction="column" gap="small">
      <Heading>{presentation.texts.card.billing.chartsTitle}</Heading>
      {charts.map((chart) => (
        <Chart key={chart.currency} chart={chart} />
      ))}
      <SmallLines lines={hints} />
    </Flex>
  );
}

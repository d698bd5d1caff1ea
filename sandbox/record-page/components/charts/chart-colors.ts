import type { BarChartProps } from '@hubspot/ui-extensions';

type ChartColor = NonNullable<NonNullable<BarChartProps['options']>['colorList']>[number];

/** Shades of the colours that the SDK names (ChartColor), in the order in which they are handed out. */
const SHADES: Readonly<Record<ChartColor, string>> = {
  orange: '#f2803f',
  aqua: '#2fb8bd',
  purple: '#9f85dd',
  yellow: '#e5b32c',
  pink: '#e0779f',
  blue: '#5aa5d8',
  green: '#7fbf5f',
  darkOrange: '#b8501a',
  darkAqua: '#14797d',
  darkPurple: '#6444b0',
  darkYellow: '#9a7410',
  darkPink: '#a83a68',
  darkBlue: '#1f6597',
  darkGreen: '#43782a',
};

const isChartColor = (color: string): color is ChartColor => Object.hasOwn(SHADES, color);

export function shadeOf(color: string): string {
  if (isChartColor(color)) return SHADES[color];
  throw new Error(`"${color}" is not a colour of HubSpot's charts.`);
}

/** The shades for `count` series: those asked for, then the others, and around again. */
export function shadesFor(count: number, wanted: readonly string[] = []): readonly string[] {
  const first = wanted.map(shadeOf);
  const order = [...first, ...Object.values(SHADES).filter((shade) => !first.includes(shade))];
  return Array.from({ length: count }, (_, index) => order[index % order.length] ?? '');
}

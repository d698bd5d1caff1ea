import type { TerminalTexts } from '@stripe-payments/core';
import type { Section } from '../terminal/block.ts';
import { render } from '../terminal/render.ts';
import { EXIT } from './exit-code.ts';

const EXAMPLES = [
  'npm run setup',
  'npm run setup -- plan',
  'npm run setup -- apply --yes',
  'npm run --silent setup -- check --json',
];

/** What stands below the options: keys, exit codes, examples. */
export function helpAfter({ terminal: texts }: TerminalTexts, width: number): string {
  const { headings, keys, exitCodes } = texts;
  const sections: readonly Section[] = [
    [
      { kind: 'heading', text: headings.keys },
      {
        kind: 'rows',
        rows: [
          { label: 'HUBSPOT_ACCESS_TOKEN', text: keys.token },
          { label: 'STRIPE_SECRET_KEY', text: keys.stripeKey },
        ],
      },
      { kind: 'paragraph', text: keys.never, depth: 1 },
    ],
    [
      { kind: 'heading', text: headings.exitCodes },
      {
        kind: 'rows',
        rows: (['done', 'blocked', 'usage', 'unreachable'] as const).map((name) => ({
          label: String(EXIT[name]),
          text: exitCodes[name],
        })),
      },
    ],
    [
      { kind: 'heading', text: headings.examples },
      ...EXAMPLES.map((text) => ({ kind: 'paragraph', text, depth: 1 }) as const),
    ],
  ];
  return `\n${render(sections, { width, isColoured: false })}`;
}

/** The words of the command line's library in the reader's language. */
export const titleIn = ({ terminal }: TerminalTexts): ((title: string) => string) => {
  const { headings } = terminal;
  const titles = new Map([
    ['Usage:', headings.usage],
    ['Commands:', headings.commands],
    ['Options:', headings.options],
    ['Global Options:', headings.globalOptions],
  ]);
  return (title) => titles.get(title) ?? title;
};

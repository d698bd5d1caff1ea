import { effects, openPage } from './setup-page.tsx';
import { Tabs, ToggleGroup } from '@hubspot/ui-extensions';
import { expect, test } from 'vitest';
import { healthy } from '../builders/health-report.ts';
import { fire } from '../cards/fire.ts';
import { textAt } from './texts-at.ts';

const MONTH = { reads: 1, runs: 1, isAll: true };

test.each([
  [true, 2, 'day', /^The last catch-up that finished began on Nov 22, 2026/],
  [true, 50, 'week', /^The last catch-up that finished began on Nov 20, 2026/],
  [false, 2, 'month', /^No finished catch-up is known/],
])(
  'the range reaches back to the last catch-up that finished (%s, %i hours ago): %s',
  async (isFinished, hoursAgo, range, why) => {
    const startedMs = Date.parse('2026-11-22T12:00:00Z') - hoursAgo * 3_600_000;
    const ran = { isFinished, startedMs, endedMs: startedMs, lookedAt: 4, changed: 2 };
    const last = { door: 'catch_up_page', ...ran, failures: [] };
    const runLog = { isReadable: true, isOn: true, last, month: MONTH } as const;
    const page = openPage({ healths: [healthy({ runLog })] });
    fire(page.find(Tabs), 'onSelectedChange', 'health');
    await effects();
    expect(page.find(ToggleGroup, { testId: 'look-back' }).props.value).toBe(range);
    expect(textAt(page, 'look-back-why')).toMatch(why);
  },
);

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { ROOT } from '../../scripts/build/project.ts';

const FOLDER = path.join(ROOT, 'test-results');

/** Takes a failed test's tabs down on film; its message, or the problems, say where. */
export async function keepScreenshots(
  { name, result }: TestContext['task'],
  tabs: readonly Page[],
  problems: string[],
): Promise<void> {
  const hasFailed = result?.state === 'fail';
  if (!hasFailed && problems.length === 0) return;
  await mkdir(FOLDER, { recursive: true });
  for (const [index, tab] of tabs.entries()) {
    const suffix = index === 0 ? '' : ` (tab ${String(index + 1)})`;
    const file = path.join(FOLDER, `${name.replaceAll(/[^\w .-]+/g, '-')}${suffix}.png`);
    await tab.screenshot({ path: file, fullPage: true });
    const note = `Screenshot: ${path.relative(ROOT, file)}`;
    for (const error of result?.errors ?? []) error.message += `\n${note}`;
    if (problems.length > 0) problems.push(note);
  }
}

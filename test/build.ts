import { buildRecordPage } from '../sandbox/dev-server/record-page-build.ts';
import { buildActions, buildCards, buildPages } from '../scripts/build/extensions.ts';
import { buildFunctions } from '../scripts/build/functions.ts';

/** Builds everything once for a run, before its first test. */
export default async function build(): Promise<void> {
  await buildFunctions();
  await buildCards();
  await buildPages();
  await buildActions();
  await buildRecordPage();
}

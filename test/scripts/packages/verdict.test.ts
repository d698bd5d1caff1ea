import { expect, test } from 'vitest';
import type { Verdict } from '../../../scripts/packages/verdict.ts';
import { readVerdict } from '../../../scripts/packages/verdict.ts';

const reportOf = (vulnerabilities: object, total: number): object => ({
  auditReportVersion: 2,
  vulnerabilities,
  metadata: { vulnerabilities: { total } },
});

const REFUSAL = {
  message: '405 Method Not Allowed',
  statusCode: 405,
  error: { summary: '', detail: '' },
};

test.each<[string, string, Verdict]>([
  ['a report without findings', JSON.stringify(reportOf({}, 0)), { kind: 'clean' }],
  [
    'a report with findings',
    JSON.stringify(reportOf({ 'left-pad': { severity: 'high', via: [] } }, 1)),
    { kind: 'vulnerable', packages: ['left-pad (high)'] },
  ],
  [
    'the refusal of a registry',
    JSON.stringify(REFUSAL),
    { kind: 'unknown', reason: '405 Method Not Allowed' },
  ],
  ['nothing', '', { kind: 'unknown', reason: 'npm audit printed no report' }],
  ['another report', '{}', { kind: 'unknown', reason: 'npm audit printed no report' }],
])('%s is read correctly', (_name, output, verdict) => {
  expect(readVerdict(output)).toEqual(verdict);
});

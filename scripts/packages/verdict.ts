import { z } from 'zod';

/** What `npm audit` found, or that it could not find out. */
export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'vulnerable'; readonly packages: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

const failureSchema = z.object({ message: z.string(), error: z.unknown() });

const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
  metadata: z.object({ vulnerabilities: z.object({ total: z.int() }) }),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads what `npm audit --json` printed. A report that is not understood is never a clean one. */
export function readVerdict(output: string): Verdict {
  const json = parseJson(output);
  const failure = failureSchema.safeParse(json);
  if (failure.success) return { kind: 'unknown', reason: failure.data.message };
  const report = reportSchema.safeParse(json);
  if (!report.success) return { kind: 'unknown', reason: 'npm audit printed no report' };
  const { vulnerabilities, metadata } = report.data;
  if (metadata.vulnerabilities.total === 0) return { kind: 'clean' };
  const packages = Object.entries(vulnerabilities).map(
    ([name, { severity }]) => `${name} (${severity})`,
  );
  return { kind: 'vulnerable', packages };
}

import type { AskedPayment, Content } from '@stripe-payments/core';
import { actionContent } from '@stripe-payments/core';
import type { ReadRecord } from './acted-record.ts';
import type { ActingPorts } from './acting-ports.ts';
import type { Subject } from './subject.ts';

/** What Stripe gets beside the lines. */
function termsOf(asked: AskedPayment): Content {
  const { method, collectsTax } = asked;
  switch (asked.method) {
    case 'link':
      return { method, collectsTax };
    case 'invoice':
      return {
        ...{ method, collectsTax, daysUntilDue: asked.daysUntilDue, payee: { ...asked.payee } },
        ...{ memo: asked.memo ?? null, poNumber: asked.poNumber ?? null },
      };
    case 'subscription-link':
      return { method, collectsTax, trialDays: asked.trialDays ?? null };
    case 'subscription':
      return {
        ...{ method, collectsTax, daysUntilDue: asked.daysUntilDue, payee: { ...asked.payee } },
        ...{ trialDays: asked.trialDays ?? null, startDay: asked.startDay ?? null },
      };
  }
}

const contentOf = (lines: Subject['lines']): Content =>
  lines.map(({ label, quantity, unit }) => [label, quantity, { ...unit }]);

/** Equal for equal requests of the record. */
export const fingerprintOf = (
  { sign }: ActingPorts,
  { acted }: ReadRecord,
  asked: AskedPayment,
  { lines, cycle }: Subject,
): string => {
  const content = {
    terms: termsOf(asked),
    lines: contentOf(lines),
    ...(cycle !== null && {
      cycle: { interval: { ...cycle.interval }, lines: contentOf(cycle.lines) },
    }),
  };
  return sign(actionContent(acted, 'request', content)).slice(0, 40);
};

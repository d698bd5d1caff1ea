import type { StoredProperties } from '../properties/changes.ts';
import type { PropertyName } from '../properties/kinds.ts';
import type { ObjectType } from '../record/object-type.ts';
import { epochMsFromText } from '../time/iso.ts';

/** Types of records by the names that HubSpot's workflows have for them. */
export const WORKFLOW_TYPES: Readonly<Record<string, ObjectType>> = {
  DEAL: 'deal',
  CONTACT: 'contact',
  COMPANY: 'company',
};

type OutputKind = 'enumeration' | 'number' | 'string' | 'datetime';

/** Properties that later steps of a workflow can use, under their own names. */
export const WORKFLOW_OUTPUTS = {
  stripe_payment_status: 'enumeration',
  stripe_coverage: 'enumeration',
  stripe_amount_outstanding: 'number',
  // Codes of currencies are text here: their properties have more than a hundred options.
  stripe_currency: 'string',
  stripe_amount_paid: 'number',
  stripe_amount_refunded: 'number',
  stripe_settlement_currency: 'string',
  stripe_net_amount: 'number',
  stripe_fee_amount: 'number',
  stripe_amounts_by_currency: 'string',
  stripe_last_payment_date: 'datetime',
} as const satisfies Partial<Record<PropertyName, OutputKind>>;

/** What became of the sync, for a branch of the workflow. */
export const WORKFLOW_RESULTS = ['synced', 'unfinished', 'failed'] as const;
type WorkflowResult = (typeof WORKFLOW_RESULTS)[number];

/** Names of the two outputs that are no properties. */
export const WORKFLOW_RESULT = 'sync_result';
export const WORKFLOW_REASON = 'sync_reason';

type Outputs = Readonly<Record<string, string | number>>;

/** HubSpot's number outputs are JSON numbers, and its datetimes milliseconds. */
function outputOf(kind: OutputKind, value: string): string | number {
  switch (kind) {
    case 'enumeration':
    case 'string':
      return value;
    case 'number':
      return Number(value);
    case 'datetime':
      return epochMsFromText(value) ?? value;
  }
}

/** Outputs of a synced record, by the values that it has then. What is empty there is left out here. */
export function workflowOutputs(stored: StoredProperties): Outputs {
  const figures = Object.entries(WORKFLOW_OUTPUTS).flatMap(([name, kind]) => {
    const value = stored[name] ?? '';
    return value === '' ? [] : [[name, outputOf(kind, value)] as const];
  });
  return {
    hs_execution_state: 'SUCCESS',
    [WORKFLOW_RESULT]: 'synced',
    ...Object.fromEntries(figures),
  };
}

/** The workflow goes on, and can branch on why there are no new figures. */
export const workflowFailure = (
  result: Exclude<WorkflowResult, 'synced'>,
  reason: string,
): Outputs => ({
  hs_execution_state: 'FAIL_CONTINUE',
  [WORKFLOW_RESULT]: result,
  [WORKFLOW_REASON]: reason,
});

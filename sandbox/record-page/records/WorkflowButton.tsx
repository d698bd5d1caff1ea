import { useState } from 'react';
import { messageOf, runWorkflow } from '../api/client.ts';
import type { WorkflowStep } from '../api/wire.ts';
import { usePage } from '../state/page-context.ts';
import type { RecordStore } from '../state/record-store.ts';

const linesOf = ({ state, attempts, outputs }: WorkflowStep): readonly string[] => [
  `hs_execution_state: ${state}`,
  ...(attempts > 1 ? [`attempts: ${String(attempts)}`] : []),
  ...Object.entries(outputs).map(([name, value]) => `${name}: ${String(value)}`),
];

/** Enrolls the record in a workflow whose only step is the app's action, and shows its outputs. */
export function WorkflowButton({ record }: { readonly record: RecordStore }) {
  const { services, world } = usePage();
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  // A real account runs its own workflows.
  if (world.hubspotKind !== 'sandbox') return null;
  const run = async (): Promise<void> => {
    setIsRunning(true);
    try {
      setLines(linesOf(await runWorkflow(record)));
      await record.refresh();
    } catch (error) {
      services.addAlert({ type: 'danger', message: messageOf(error) });
    } finally {
      setIsRunning(false);
    }
  };
  return (
    <div className="record-workflow">
      <button
        type="button"
        className="button button-secondary button-sm"
        disabled={isRunning}
        data-testid="run-workflow"
        onClick={() => {
          void run();
        }}
      >
        {isRunning ? 'Running the workflow…' : 'Run workflow: Sync Stripe payments'}
      </button>
      {lines !== null && (
        <pre data-testid="workflow-outputs" className="workflow-outputs">
          {lines.join('\n')}
        </pre>
      )}
    </div>
  );
}

import type { ContractParts } from '../../../scripts/contract/run.ts';
import { runContract } from '../../../scripts/contract/run.ts';
import type { SandboxWorld } from '../../../scripts/contract/sandbox/world.ts';

export interface Run {
  readonly exitCode: number;
  readonly printed: string;
  readonly said: readonly string[];
}

/** A run against the stand-ins as against the services themselves. */
export async function runAgainst(
  sandbox: SandboxWorld,
  args: readonly string[],
  parts: Partial<ContractParts> = {},
): Promise<Run> {
  const printed: string[] = [];
  const said: string[] = [];
  const exitCode = await runContract(args, {
    environment: sandbox.environment,
    addresses: sandbox.addresses,
    time: sandbox.time,
    runId: 'run1',
    print: (text) => printed.push(text),
    say: (line) => said.push(line),
    onInterrupt: () => undefined,
    ...parts,
  });
  return { exitCode, printed: printed.join(''), said };
}

interface Request {
  readonly method: string;
  readonly path: string;
}

export async function requestsOf(url: string | undefined): Promise<readonly Request[]> {
  const answer = await fetch(`${String(url)}/_sandbox/requests`);
  return ((await answer.json()) as { requests: Request[] }).requests;
}

export async function inject(url: string | undefined, fault: object): Promise<void> {
  await fetch(`${String(url)}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
}

/** What a run has created and that is still there, in both accounts. */
export function leftIn({ world }: SandboxWorld): readonly string[] {
  const { stripe, hubspot } = world;
  const { customers, subscriptions, checkoutSessions, products, invoices } = stripe.world.store;
  const isOurs = ({ metadata }: { metadata: Readonly<Record<string, string>> }): boolean =>
    metadata['created_by'] === 'contract-check';
  const types = ['deals', 'contacts', 'companies'] as const;
  return [
    ...customers.newestFirst().filter((row) => isOurs(row) && !row.isDeleted),
    ...subscriptions.newestFirst().filter((row) => isOurs(row) && row.status !== 'canceled'),
    ...checkoutSessions.newestFirst().filter((row) => isOurs(row) && row.status === 'open'),
    ...products.newestFirst().filter((row) => isOurs(row) && row.isActive),
    ...invoices.newestFirst().filter((row) => isOurs(row) && row.status === 'open'),
    ...types.flatMap((type) =>
      hubspot.store.listObjects(type).filter(({ history }) => history.has('contract_check_run')),
    ),
    ...types.flatMap((type) =>
      hubspot.store
        .groups(type)
        .list()
        .filter(({ name }) => name === 'contract_check')
        .map(({ name }) => ({ id: name })),
    ),
  ].map(({ id }) => id);
}

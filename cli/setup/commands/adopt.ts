import { SyncError } from '@stripe-payments/sync';
import type {
  AdoptionDone,
  AdoptionPlan,
  AdoptPorts,
  LinkSource,
} from '@stripe-payments/sync/setup';
import { adoptLinks, findSources, planAdoption } from '@stripe-payments/sync/setup';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail, refuse } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { doneSections, planSections, sourcesSections, sourceText } from '../view/adoption.ts';
import { modeBlocks } from '../view/report.ts';
import { isAgreed } from './agreement.ts';

async function listSources({ printer, presentation }: Context, ports: AdoptPorts) {
  const { texts } = presentation;
  const found = await printer.during(texts.terminal.adopt.looking, findSources(ports));
  printer.finish({
    sections: sourcesSections(found, texts),
    json: { ok: true, action: 'adopt', ...found },
  });
  return EXIT.done;
}

async function withBar(
  { terminal, presentation }: Context,
  ports: AdoptPorts,
  plan: AdoptionPlan,
  all: number,
): Promise<AdoptionDone> {
  const { doing } = presentation.texts.terminal.adopt;
  const bar = terminal.startBar(all, doing(0, all));
  try {
    return await adoptLinks(ports, plan, (settled) => {
      bar.update(settled, doing(settled, all));
    });
  } finally {
    bar.stop();
  }
}

/** Shows what an adoption of the property would do, asks, and does it. */
async function adoptFrom(
  context: Context,
  ports: AdoptPorts,
  source: LinkSource,
  isConfirmed: boolean,
): Promise<ExitCode> {
  const { printer, presentation, terminal } = context;
  const { texts } = presentation;
  const { adopt: labels } = texts.terminal;
  const plan = await printer.during(labels.reading, planAdoption(ports, source));
  const all = plan.links.filter(({ adoption }) => adoption === 'to-link').length;
  printer.show(planSections(plan, modeBlocks(ports.stripe.mode, presentation), texts));
  const isAsked = !isConfirmed && terminal.canAsk && all > 0;
  if (isAsked && !(await isAgreed(context, labels.question(all)))) {
    return refuse(context, 'declined', texts.terminal.apply.declined, EXIT.blocked);
  }
  if (all === 0 || !(isConfirmed || isAsked)) {
    printer.finish({
      sections: [[paragraph(all === 0 ? labels.nothing : labels.dryRun)]],
      json: { ok: true, action: 'adopt', isDryRun: true, ...plan },
    });
    return EXIT.done;
  }
  const done = await withBar(context, ports, plan, all);
  const { error, ...result } = done;
  printer.finish({
    sections: doneSections(done, plan.later, presentation),
    json: {
      ok: error === null,
      action: 'adopt',
      isDryRun: false,
      ...plan,
      ...result,
      ...(error === null ? {} : { error: error.failure }),
    },
  });
  return error === null ? EXIT.done : exitCodeOf(error.failure);
}

/**
 * Links the customers whose ids another app stored in a property.
 * @param source without it the properties are listed that have such ids.
 */
export async function adopt(
  context: Context,
  source: LinkSource | null,
  isConfirmed: boolean,
): Promise<ExitCode> {
  try {
    const ports = context.adoptPorts();
    if (source === null) return await listSources(context, ports);
    return await adoptFrom(context, ports, source, isConfirmed);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    if (error.code !== 'bad-request' || source === null) return fail(context, error.failure);
    const { notText } = context.presentation.texts.terminal.adopt;
    return refuse(context, 'no-such-property', notText(sourceText(source)), EXIT.usage);
  }
}

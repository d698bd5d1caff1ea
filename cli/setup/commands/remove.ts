import type { ObjectProperties } from '@stripe-payments/core';
import { hiddenByRemoval, REMOVAL_CONFIRMATION } from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import { removeProperties } from '@stripe-payments/sync/setup';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail, refuse } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT } from '../exit-code.ts';
import type { PropertiesRead } from '../read-properties.ts';
import { readProperties } from '../read-properties.ts';
import { removedSections } from '../view/outcome.ts';
import { accountText } from '../view/plan.ts';

type Seen = Extract<PropertiesRead, { readonly status: 'seen' }>;

const ownCount = ({ states }: ObjectProperties): number =>
  states.filter(({ status }) => status === 'present' || status === 'different').length;

function warningSections({ report, objects }: Seen, { presentation }: Context): readonly Section[] {
  const { texts } = presentation;
  const { terminal, setup } = texts;
  const rows = objects.map((object) => ({
    label: setup.properties.objectTypes[object.objectType],
    text: String(ownCount(object)),
  }));
  return [
    [
      paragraph(terminal.remove.title(accountText(report, texts)), { tone: 'strong' }),
      { kind: 'rows', rows },
    ],
    [
      paragraph(hiddenByRemoval(report, texts), { tone: 'attention' }),
      paragraph(setup.removal.alsoLost),
      paragraph(terminal.remove.back),
    ],
  ];
}

async function archive(context: Context): Promise<ExitCode> {
  const { printer, presentation, ports } = context;
  const { texts } = presentation;
  try {
    const outcome = await printer.during(texts.setup.removal.running, removeProperties(ports()));
    printer.finish({
      sections: removedSections(outcome, presentation),
      json: { ok: true, action: 'remove', ...outcome },
    });
    return outcome.failed.length > 0 ? EXIT.blocked : EXIT.done;
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const exitCode = fail(context, error.failure);
    printer.complain([[paragraph(texts.terminal.remove.stopped)]]);
    return exitCode;
  }
}

/**
 * Says what a removal hides, has it confirmed by its word, and archives the app's properties.
 * @param given the confirmation from the command line; null where it is to be typed.
 */
export async function remove(context: Context, given: string | null): Promise<ExitCode> {
  const look = await readProperties(context);
  if (look.status === 'failed') return fail(context, look.error);
  const { printer, presentation, terminal } = context;
  const { texts } = presentation;
  const labels = texts.terminal.remove;
  if (look.objects.every((object) => ownCount(object) === 0)) {
    const json = { ok: true, action: 'remove', removed: [], failed: [] };
    printer.finish({ sections: [[paragraph(texts.setup.removal.nothing)]], json });
    return EXIT.done;
  }
  printer.show(warningSections(look, context));
  if (given === null && !terminal.canAsk) {
    return refuse(context, 'cannot-ask', labels.cannotAsk(REMOVAL_CONFIRMATION), EXIT.usage);
  }
  const question = `\n${texts.setup.removal.confirm(REMOVAL_CONFIRMATION)}: `;
  const typed = (given ?? (await terminal.ask(question)) ?? '').trim();
  if (typed !== REMOVAL_CONFIRMATION) {
    const { message } = texts.errors['removal-not-confirmed'];
    const exitCode = given === null ? EXIT.blocked : EXIT.usage;
    return refuse(context, 'removal-not-confirmed', message, exitCode);
  }
  return archive(context);
}

import { SyncError } from '@stripe-payments/sync';
import type { Section } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import type { Context } from '../context.ts';
import { fail, refuse } from '../context.ts';
import type { ExitCode } from '../exit-code.ts';
import { EXIT } from '../exit-code.ts';
import { isAgreed } from './agreement.ts';

export type Wanted = 'on' | 'off';

/** What a person asks of a custom object, and how far they have agreed already. */
export interface ObjectRequest {
  /** Null to tell how it is. */
  readonly state: Wanted | null;
  /** `--yes`, which creates it. */
  readonly isConfirmed: boolean;
  /** `--confirm`, which deletes it; null where the word is to be typed. */
  readonly confirmation: string | null;
}

/** How the object is now. */
interface ObjectLook {
  readonly isOn: boolean;
  readonly isDone: (wanted: Wanted) => boolean;
  readonly state: Section;
  /** What will happen, before anything does. */
  readonly plan: (wanted: Wanted) => readonly Section[];
  /** Why this app changes nothing about it; null where it does. */
  readonly refusal: string | null;
  /** Beside the rest in `--json`. */
  readonly json: object;
}

/** A custom object that an account may have: created, completed, and deleted with its records. */
export interface CustomObject {
  readonly action: 'payment-records' | 'run-log';
  readonly scopes: readonly string[];
  /** Typed before it is deleted. */
  readonly name: string;
  readonly labels: {
    readonly howOn: string;
    readonly turnedOn: string;
    readonly turnedOff: (records: number) => string;
    readonly scopes: (names: string) => string;
  };
  readonly look: (wanted: Wanted | null) => Promise<ObjectLook>;
  /** Gives why it was not turned on, where it was tried and refused. */
  readonly turnOn: () => Promise<Section | null>;
  readonly turnOff: (onDeleted: (records: number) => void) => Promise<void>;
}

async function turn({ printer }: Context, object: CustomObject, wanted: Wanted): Promise<ExitCode> {
  let deleted = 0;
  if (wanted === 'on') {
    const refusal = await object.turnOn();
    if (refusal !== null) {
      printer.finish({ sections: [refusal], json: { ok: false, error: { code: 'refused' } } });
      return EXIT.blocked;
    }
  } else {
    await object.turnOff((records) => {
      deleted += records;
    });
  }
  const said = wanted === 'on' ? object.labels.turnedOn : object.labels.turnedOff(deleted);
  printer.finish({
    sections: [[paragraph(said, { tone: 'good' })]],
    json: { ok: true, action: object.action, state: wanted, deleted },
  });
  return EXIT.done;
}

/** Undefined where it may be created. */
async function objectionToOn(
  context: Context,
  { isConfirmed }: ObjectRequest,
): Promise<ExitCode | undefined> {
  const { terminal, presentation } = context;
  const { apply, customObject } = presentation.texts.terminal;
  if (isConfirmed) return undefined;
  if (!terminal.canAsk) return refuse(context, 'cannot-ask', apply.cannotAsk, EXIT.usage);
  if (await isAgreed(context, customObject.question)) return undefined;
  return refuse(context, 'declined', apply.declined, EXIT.blocked);
}

/** Undefined where it may be deleted: its name was typed, as before the app's properties are archived. */
async function objectionToOff(
  context: Context,
  { action, name }: CustomObject,
  { isConfirmed, confirmation }: ObjectRequest,
): Promise<ExitCode | undefined> {
  const { terminal, presentation } = context;
  const { terminal: texts, setup } = presentation.texts;
  const labels = texts.customObject;
  if (confirmation === null && isConfirmed) {
    return refuse(context, 'removal-not-confirmed', labels.noYes(action, name), EXIT.usage);
  }
  if (confirmation === null && !terminal.canAsk) {
    return refuse(context, 'cannot-ask', labels.cannotAsk(name), EXIT.usage);
  }
  const question = `\n${setup.removal.confirm(name)}: `;
  const typed = (confirmation ?? (await terminal.ask(question)) ?? '').trim();
  if (typed === name) return undefined;
  const exitCode = confirmation === null ? EXIT.blocked : EXIT.usage;
  return refuse(context, 'removal-not-confirmed', labels.notConfirmed, exitCode);
}

async function change(
  context: Context,
  object: CustomObject,
  request: ObjectRequest,
): Promise<ExitCode> {
  const { printer } = context;
  const { state: wanted } = request;
  const { isOn, isDone, state, plan, refusal, json } = await object.look(wanted);
  if (wanted === null || isDone(wanted)) {
    const next = wanted !== null || isOn ? [] : [...plan('on'), [paragraph(object.labels.howOn)]];
    printer.finish({
      sections: [state, ...next],
      json: { ok: true, action: object.action, state: isOn ? 'on' : 'off', deleted: 0, ...json },
    });
    return EXIT.done;
  }
  if (refusal !== null) return refuse(context, 'of-others', refusal, EXIT.blocked);
  printer.show([state, ...plan(wanted)]);
  const objection =
    wanted === 'on'
      ? await objectionToOn(context, request)
      : await objectionToOff(context, object, request);
  return objection ?? turn(context, object, wanted);
}

/** Tells how a custom object is, creates or completes it, or deletes it with its records. */
export async function changeCustomObject(
  context: Context,
  object: CustomObject,
  request: ObjectRequest,
): Promise<ExitCode> {
  try {
    return await change(context, object, request);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const exitCode = fail(context, error.failure);
    if (error.code === 'hubspot-permission') {
      context.printer.complain([[paragraph(object.labels.scopes(object.scopes.join(', ')))]]);
    }
    return exitCode;
  }
}

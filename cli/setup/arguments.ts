import type { TerminalTexts } from '@stripe-payments/core';
import { LANGUAGES, REMOVAL_CONFIRMATION, OBJECT_TYPES } from '@stripe-payments/core';
import type { LinkSource } from '@stripe-payments/sync/setup';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { ObjectRequest, Wanted } from './commands/custom-object.ts';
import type { PaymentChoice } from './commands/payment-kinds.ts';
import { helpAfter, titleIn } from './help.ts';

export interface Options {
  readonly json: boolean;
  /** Instead of the default files. */
  readonly keysFile: string | undefined;
  readonly color: boolean;
}

type GivenOptions = Omit<Options, 'json'> & { readonly json?: true };

/** What a person wants done. */
export type Request =
  | { readonly command: 'check' | 'plan' }
  | { readonly command: 'apply'; readonly isConfirmed: boolean }
  /** Without a source the properties are listed that could be one. */
  | {
      readonly command: 'adopt';
      readonly source: LinkSource | null;
      readonly isConfirmed: boolean;
    }
  | ({ readonly command: 'run-log' } & ObjectRequest)
  | ({ readonly command: 'payment-records'; readonly choice: PaymentChoice } & Omit<
      ObjectRequest,
      'state'
    >)
  | { readonly command: 'payment-trial'; readonly isConfirmed: boolean }
  /** Null where the confirmation is still to be typed. */
  | { readonly command: 'remove'; readonly confirmation: string | null };

export type Arguments =
  | { readonly status: 'understood'; readonly request: Request; readonly options: Options }
  | { readonly status: 'help'; readonly text: string }
  | { readonly status: 'wrong'; readonly detail: string };

/** The language that the arguments ask for; read first, since it is that of the help as well. */
export function languageIn(argv: readonly string[]): string | undefined {
  const flags = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
  const joined = flags.find((argument) => argument.startsWith('--lang='));
  if (joined !== undefined) return joined.slice('--lang='.length);
  const index = flags.indexOf('--lang');
  return index === -1 ? undefined : flags[index + 1];
}

function language(texts: TerminalTexts['terminal']): (value: string) => string {
  return (value) => {
    if (LANGUAGES.some((known) => known === value)) return value;
    throw new InvalidArgumentError(texts.choices(LANGUAGES.join(', ')));
  };
}

/** `contact.stripe_id` */
function linkSource({ adopt }: TerminalTexts['terminal']): (value: string) => LinkSource {
  return (value) => {
    const [, type, property = ''] = /^([a-z]+)\.([a-z]\w{0,99})$/.exec(value) ?? [];
    const objectType = OBJECT_TYPES.find((each) => each === type);
    if (objectType === undefined) throw new InvalidArgumentError(adopt.badSource);
    return { objectType, property };
  };
}

const onOrOff =
  ({ choices }: TerminalTexts['terminal']) =>
  (value: string): 'on' | 'off' => {
    if (value === 'on' || value === 'off') return value;
    throw new InvalidArgumentError(choices('on, off'));
  };

const CHOICES = ['custom-object', 'hubspot-payments', 'off', 'clean-up'] as const;

/** `on`: as an earlier version had it. */
const paymentChoice =
  ({ choices }: TerminalTexts['terminal']) =>
  (value: string): PaymentChoice => {
    const chosen = CHOICES.find((each) => each === value);
    if (chosen !== undefined) return chosen;
    if (value === 'on') return 'custom-object';
    throw new InvalidArgumentError(choices(CHOICES.join(', ')));
  };

interface Written {
  out: string;
  wrong: string;
}

function createProgram(texts: TerminalTexts, width: number, written: Written): Command {
  const labels = texts.terminal;
  const { options, placeholders } = labels;
  const program = new Command('npm run setup --');
  return (
    program
      .description(labels.about)
      .option('--json', options.json)
      // Not `--env-file`: Node itself looks for that one, even behind the script (nodejs/node#54232).
      .option(`--keys-file ${placeholders.file}`, options.keysFile)
      .option(`--lang ${placeholders.language}`, options.lang, language(labels))
      .option('--no-color', options.noColor)
      .helpOption('-h, --help', options.help)
      .helpCommand('help [command]', labels.commands.help)
      .configureHelp({ styleTitle: titleIn(texts), showGlobalOptions: true })
      .addHelpText('after', helpAfter(texts, width))
      .configureOutput({
        getOutHelpWidth: () => width,
        writeOut: (text) => {
          written.out += text;
        },
        writeErr: (text) => {
          written.wrong += text;
        },
      })
      .exitOverride()
  );
}

function addCommands(
  program: Command,
  { terminal: texts }: TerminalTexts,
  take: (request: Request) => void,
): void {
  const { commands, options, placeholders } = texts;
  for (const command of ['check', 'plan'] as const) {
    program
      .command(command)
      .description(commands[command])
      .action(() => {
        take({ command });
      });
  }
  program
    .command('apply')
    .description(commands.apply)
    .option('-y, --yes', options.yes)
    .action(({ yes }: { readonly yes?: true }) => {
      take({ command: 'apply', isConfirmed: yes === true });
    });
  program
    .command('adopt')
    .description(commands.adopt)
    .argument(`[${placeholders.property}]`, texts.adopt.argument, linkSource(texts))
    .option('-y, --yes', options.yes)
    .action((source: LinkSource | undefined, { yes }: { readonly yes?: true }) => {
      take({ command: 'adopt', source: source ?? null, isConfirmed: yes === true });
    });
  const ofObject = (command: string, description: string): Command =>
    program
      .command(command)
      .description(description)
      .option('-y, --yes', texts.customObject.yes)
      .option(`--confirm ${placeholders.word}`, texts.customObject.confirm);
  const confirmed = ({ yes, confirm }: { readonly yes?: true; readonly confirm?: string }) => ({
    isConfirmed: yes === true,
    confirmation: confirm ?? null,
  });
  ofObject('run-log', commands.runLog)
    .argument('[on|off]', '', onOrOff(texts))
    .action((state: Wanted | undefined, given: Parameters<typeof confirmed>[0]) => {
      take({ command: 'run-log', state: state ?? null, ...confirmed(given) });
    });
  ofObject('payment-records', texts.paymentRecords.command)
    .argument(`[${placeholders.kind}]`, texts.choices(CHOICES.join(', ')), paymentChoice(texts))
    .action((choice: PaymentChoice | undefined, given: Parameters<typeof confirmed>[0]) => {
      take({ command: 'payment-records', choice: choice ?? null, ...confirmed(given) });
    });
  program
    .command('payment-trial')
    .description(texts.paymentTrial.command)
    .option('-y, --yes', texts.paymentTrial.yes)
    .action(({ yes }: { readonly yes?: true }) => {
      take({ command: 'payment-trial', isConfirmed: yes === true });
    });
  program
    .command('remove')
    .description(commands.remove)
    .option(`--confirm ${placeholders.word}`, options.confirm)
    .action(({ confirm }: { readonly confirm?: string }) => {
      take({ command: 'remove', confirmation: confirm ?? null });
    });
}

/** Without a command it is a check; a wrong one is not taken for an argument of it. */
function withCommand(program: Command, argv: readonly string[]): readonly string[] {
  const { operands, unknown } = program.parseOptions([...argv]);
  const isHelp = unknown.some((flag) => flag === '--help' || flag === '-h');
  return operands.length === 0 && !isHelp ? ['check', ...argv] : argv;
}

/** @param width of what shows the help, in columns. */
export function parseArguments(
  argv: readonly string[],
  texts: TerminalTexts,
  width: number,
): Arguments {
  const written: Written = { out: '', wrong: '' };
  const program = createProgram(texts, width, written);
  let request: Request | undefined;
  addCommands(program, texts, (taken) => {
    request = taken;
  });
  try {
    program.parse(withCommand(program, argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { status: 'help', text: written.out };
  }
  if (request === undefined) {
    const detail = written.wrong.trim().replace(/^error: /, '');
    const isRemoval =
      argv.includes('remove') && argv.some((flag) => flag === '--yes' || flag === '-y');
    return {
      status: 'wrong',
      detail: isRemoval ? texts.terminal.remove.noYes(REMOVAL_CONFIRMATION) : detail,
    };
  }
  const { json = false, keysFile, color } = program.opts<GivenOptions>();
  return { status: 'understood', request, options: { json, keysFile, color } };
}

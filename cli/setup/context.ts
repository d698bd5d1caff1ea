import type { TerminalPresentation, Failure } from '@stripe-payments/core';
import { failureMessage, failureParagraph } from '@stripe-payments/core';
import type { AdoptPorts, SetupPorts } from '@stripe-payments/sync/setup';
import type { Printer } from '../printer.ts';
import { paragraph } from '../terminal/block.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ExitCode } from './exit-code.ts';
import { exitCodeOf } from './exit-code.ts';

/** What every command works with. */
export interface Context {
  readonly terminal: Terminal;
  readonly printer: Printer;
  readonly presentation: TerminalPresentation;
  /** The file that the Stripe key is from; null for the environment, undefined where there is none. */
  readonly stripeKeyFile: string | null | undefined;
  /** With a time budget that begins now. */
  readonly ports: () => SetupPorts;
  /** With as much time as a large account needs. Throws where there is no Stripe key. */
  readonly adoptPorts: () => AdoptPorts;
}

/** Says why a command could not do its work; the words for a person go to standard error. */
export function fail({ printer, presentation }: Context, error: Failure): ExitCode {
  printer.complain([[paragraph(failureParagraph(error, presentation.texts), { tone: 'bad' })]]);
  printer.finish({
    sections: [],
    json: { ok: false, error: { ...error, ...failureMessage(error, presentation.texts) } },
  });
  return exitCodeOf(error);
}

/** Says why a command did nothing, where nothing went wrong. */
export function refuse(
  { printer }: Context,
  code: 'cannot-ask' | 'declined' | 'removal-not-confirmed' | 'no-such-property' | 'of-others',
  message: string,
  exitCode: ExitCode,
): ExitCode {
  printer.complain([[paragraph(message, { tone: 'attention' })]]);
  printer.finish({ sections: [], json: { ok: false, error: { code, message } } });
  return exitCode;
}

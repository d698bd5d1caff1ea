import type {
  CrmAccountFacts,
  Language,
  TerminalPresentation,
  TerminalTexts,
} from '@stripe-payments/core';
import { languageOf, terminalTextsIn } from '@stripe-payments/core';
import type { Environment } from '@stripe-payments/sync';

/** What a terminal says of its language, in the order of POSIX; an empty variable is none. */
function localeIn(environment: Environment): string {
  const names = ['LC_ALL', 'LC_MESSAGES', 'LANG'];
  const set = names.map((name) => environment[name] ?? '').find((value) => value !== '');
  // `it_IT.UTF-8@euro`: the coding and the variant are not for us.
  const [locale = ''] = (set ?? '').split(/[.@]/);
  return locale.replaceAll('_', '-');
}

/** The app's texts, and what a terminal says otherwise: there is no page to reload. */
function terminalTexts(language: Language): TerminalTexts {
  const texts = terminalTextsIn(language);
  return { ...texts, errors: { ...texts.errors, ...texts.terminal.errors } };
}

/** @param wanted what was asked for on the command line; undefined for the terminal's own. */
export function presentationFor(
  wanted: string | undefined,
  environment: Environment,
  timeZone: string,
): TerminalPresentation {
  const locale = localeIn(environment);
  const language = languageOf(wanted ?? locale);
  return {
    language,
    texts: terminalTexts(language),
    // Dates in a third language would stand out in the sentences around them.
    locale: languageOf(locale) === language && locale.startsWith(language) ? locale : language,
    timeZone,
  };
}

/** Days as the account has them, where it tells. */
export const inAccount = (
  presentation: TerminalPresentation,
  account: CrmAccountFacts | null,
): TerminalPresentation =>
  account === null ? presentation : { ...presentation, timeZone: account.timeZone };

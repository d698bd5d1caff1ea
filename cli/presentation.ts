import type {
  CrmAccountFacts,
  Language,
  TerminalPresentation,
  TerminalTexts,
} from '@stripe-payments/core';
import { languageOf, terminalTextsIn } from '@stripe-payments/core';
import type { Environment } from '@stripe-payments/sync';

/** The terminal's locale, in the order of POSIX; an empty variable counts as unset. */
function localeIn(environment: Environment): string {
  const names = ['LC_ALL', 'LC_MESSAGES', 'LANG'];
  const set = names.map((name) => environment[name] ?? '').find((value) => value !== '');
  // Drops the encoding and variant of `it_IT.UTF-8@euro`.
  const [locale = ''] = (set ?? '').split(/[.@]/);
  return locale.replaceAll('_', '-');
}

/** The app's texts, with the errors that a terminal words differently: it has no page to reload. */
function terminalTexts(language: Language, accountLanguage: Language): TerminalTexts {
  const texts = terminalTextsIn(language, accountLanguage);
  const { errors } = texts.terminal;
  const steps = Object.entries(texts.adminSteps ?? {});
  return {
    ...texts,
    errors: { ...texts.errors, ...errors },
    adminSteps: Object.fromEntries(steps.filter(([code]) => !Object.hasOwn(errors, code))),
  };
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
    texts: terminalTexts(language, languageOf(environment['ACCOUNT_LANGUAGE'])),
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

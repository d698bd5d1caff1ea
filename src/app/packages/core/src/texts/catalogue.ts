import { english } from './english.ts';
import { errors as englishErrors } from './english/errors.ts';
import { setup as englishSetup } from './english/setup.ts';
import { terminal as englishTerminal } from './english/terminal.ts';
import { italian } from './italian.ts';
import { errors as italianErrors } from './italian/errors.ts';
import { setup as italianSetup } from './italian/setup.ts';
import { terminal as italianTerminal } from './italian/terminal.ts';
import type { Language } from './language.ts';

/** What records, cards and errors say, in any language: a text that one language lacks does not compile. */
export type Texts = typeof english & { readonly errors: ReturnType<typeof englishErrors> };

/** All texts, and those of the setup: no card loads them. */
export type SetupTexts = Texts & { readonly setup: ReturnType<typeof englishSetup> };

/** All texts, those of the setup, and those that only a terminal shows. */
export type TerminalTexts = SetupTexts & { readonly terminal: typeof englishTerminal };

// Apart, so that a bundler leaves out the setup and the terminal where nothing asks for them.
const CATALOGUES = { en: english, it: italian };
const ERRORS = { en: englishErrors, it: italianErrors };
const SETUPS = { en: englishSetup, it: italianSetup };
const TERMINALS = { en: englishTerminal, it: italianTerminal };

/**
 * The texts for a reader.
 * @param accountLanguage of the property labels in HubSpot, which texts quote so that readers find them.
 */
export function textsIn(language: Language, accountLanguage: Language = language): Texts {
  const { stripe_customer_id: customers, stripe_payment_ids: payments } =
    CATALOGUES[accountLanguage].properties;
  const labels = { customers: customers.label, payments: payments.label };
  return { ...CATALOGUES[language], errors: ERRORS[language](labels) };
}

export function setupTextsIn(language: Language, accountLanguage: Language = language): SetupTexts {
  const group = CATALOGUES[accountLanguage].propertyGroup;
  return { ...textsIn(language, accountLanguage), setup: SETUPS[language](group) };
}

export function terminalTextsIn(
  language: Language,
  accountLanguage: Language = language,
): TerminalTexts {
  return { ...setupTextsIn(language, accountLanguage), terminal: TERMINALS[language] };
}

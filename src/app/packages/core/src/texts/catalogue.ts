import {
  english,
  englishBase,
  englishBulk,
  englishCommon,
  englishFigures,
  englishShared,
  englishStored,
} from './english.ts';
import * as englishAdmin from './english/admin-errors.ts';
import { declines as englishDeclines } from './english/declines.ts';
import { errors as englishErrors, pageErrors as englishPageErrors } from './english/errors.ts';
import { health as englishHealth } from './english/health.ts';
import { quotedLabels as englishQuoted } from './english/properties.ts';
import { moved as englishMoved } from './english/matching.ts';
import { propertyDescriptions as englishDescriptions } from './english/property-descriptions.ts';
import { propertyLabels as englishLabels } from './english/property-labels.ts';
import { setup as englishSetup } from './english/setup.ts';
import { sidebar as englishSidebar } from './english/sidebar.ts';
import { terminal as englishTerminal } from './english/terminal.ts';
import {
  italian,
  italianBase,
  italianBulk,
  italianCommon,
  italianFigures,
  italianShared,
  italianStored,
} from './italian.ts';
import * as italianAdmin from './italian/admin-errors.ts';
import { declines as italianDeclines } from './italian/declines.ts';
import { errors as italianErrors, pageErrors as italianPageErrors } from './italian/errors.ts';
import { health as italianHealth } from './italian/health.ts';
import { quotedLabels as italianQuoted } from './italian/properties.ts';
import { moved as italianMoved } from './italian/matching.ts';
import { propertyDescriptions as italianDescriptions } from './italian/property-descriptions.ts';
import { propertyLabels as italianLabels } from './italian/property-labels.ts';
import { setup as italianSetup } from './italian/setup.ts';
import { sidebar as italianSidebar } from './italian/sidebar.ts';
import { terminal as italianTerminal } from './italian/terminal.ts';
import type { Language } from './language.ts';
import { quotedCommands } from './quoted-commands.ts';

/** What is said about a failure, in any language: a text that one language lacks does not compile. */
export type BaseTexts = typeof englishBase & {
  readonly errors: ReturnType<typeof englishErrors>;
  /** By error code, for an admin: instead of asking one. Cards have none. */
  readonly adminSteps?: Readonly<Record<string, string>>;
};

/** That, and what is stored in HubSpot. Functions load no other texts. */
export type StoredTexts = BaseTexts & typeof englishStored;

/** Why payments fail. Functions send it in every language, and cards read what is saved by it. */
export interface DeclineTexts {
  readonly declines: typeof englishDeclines;
}

/** What cards, the app page and the bulk action say. */
export type SharedTexts = BaseTexts & typeof englishShared;

/** What the cards have in common. */
export type CommonTexts = BaseTexts & typeof englishCommon;

/** What both the payments card and the sidebar say: figures and next steps. */
export type FigureTexts = BaseTexts & typeof englishFigures;

/** What the payments card says. */
export type Texts = BaseTexts & typeof english;

/** What happened and what to do. */
export interface ErrorText {
  readonly message: string;
  readonly nextStep: string;
}

/** With a text for every code of the contract. */
export type FunctionTexts = StoredTexts & { readonly errors: typeof englishPageErrors };

/**
 * Of the app page: what it shares with cards, and what is for an admin: what to do about a failure, and the
 * setup. No card loads it, and it loads no text that only cards say.
 */
export type SetupTexts = SharedTexts &
  FunctionTexts & {
    readonly propertyLabels: typeof englishLabels;
    readonly setup: ReturnType<typeof englishSetup>;
    readonly health: typeof englishHealth;
    readonly editKey: string;
  };

/** Of the bulk action: what it shares with cards, and the words of its run. */
export type BulkTexts = BaseTexts & typeof englishBulk;

/** All texts: also those that only a terminal shows, and what properties are described by in HubSpot. */
export type TerminalTexts = SetupTexts & {
  readonly terminal: typeof englishTerminal;
  readonly propertyDescriptions: typeof englishDescriptions;
};

// Apart, so that a bundler leaves out what nothing asks for.
const QUOTED = { en: englishQuoted, it: italianQuoted };
const BASES = { en: englishBase, it: italianBase };
const STORED = { en: englishStored, it: italianStored };
const DECLINES: Readonly<Record<Language, DeclineTexts['declines']>> = {
  en: englishDeclines,
  it: italianDeclines,
};
const SHARED = { en: englishShared, it: italianShared };
const COMMON = { en: englishCommon, it: italianCommon };
const FIGURES = { en: englishFigures, it: italianFigures };
const CATALOGUES = { en: english, it: italian };
const LABELS = { en: englishLabels, it: italianLabels };
const DESCRIPTIONS = { en: englishDescriptions, it: italianDescriptions };
const ERRORS = { en: englishErrors, it: italianErrors };
const PAGE_ERRORS = { en: englishPageErrors, it: italianPageErrors };
const ADMIN = { en: englishAdmin, it: italianAdmin };
const HEALTH = { en: englishHealth, it: italianHealth };
const BULKS = { en: englishBulk, it: italianBulk };
const MOVED = { en: englishMoved, it: italianMoved };
const SIDEBARS = { en: englishSidebar, it: italianSidebar };
const SETUPS = { en: englishSetup, it: italianSetup };
const TERMINALS = { en: englishTerminal, it: italianTerminal };

/**
 * The texts of a surface, for a reader: what is said about a failure, and what the surface says.
 * @param says in every language. The surface loads nothing else, so each has an object of its own.
 */
const surfaceTexts =
  <T extends object>(says: Readonly<Record<Language, T>>) =>
  /** @param accountLanguage of the property labels in HubSpot, which texts quote so that readers find them. */
  (language: Language, accountLanguage: Language = language): BaseTexts & T => ({
    ...baseTextsIn(language, accountLanguage),
    ...says[language],
  });

/** What cards, the app page and the bulk action share. */
export const sharedTextsIn = /* @__PURE__ */ surfaceTexts(SHARED);

/** What the cards have in common. */
export const commonTextsIn = /* @__PURE__ */ surfaceTexts(COMMON);

/** Figures and next steps. */
export const figureTextsIn = /* @__PURE__ */ surfaceTexts(FIGURES);

/** The payments card. */
export const textsIn = /* @__PURE__ */ surfaceTexts(CATALOGUES);

/** What only the sidebar says: no other card loads it. */
export const sidebarTextsIn = (language: Language): typeof englishSidebar => SIDEBARS[language];

/** What only the payments card of a deal says. */
export const movedTextsIn = (language: Language): typeof englishMoved => MOVED[language];

const baseTextsIn = (language: Language, accountLanguage: Language): BaseTexts => ({
  ...BASES[language],
  errors: ERRORS[language](QUOTED[accountLanguage]),
});

/** The texts without those that only cards and pages show. */
export const storedTextsIn = /* @__PURE__ */ surfaceTexts(STORED);

export const declineTextsIn = (language: Language): DeclineTexts => ({
  declines: DECLINES[language],
});

/** The texts of what functions store and reply. */
export function functionTextsIn(language: Language): FunctionTexts {
  const texts = storedTextsIn(language);
  return { ...texts, errors: { ...texts.errors, ...PAGE_ERRORS[language] } };
}

/** Labels of the contract's properties. Functions send a card those that it shows. */
export const propertyLabelsIn = (language: Language): typeof englishLabels => LABELS[language];

/** What a function sends of them with names: in every language, since only the card knows its reader's. */
export function labelsOf(
  names: readonly (keyof typeof englishLabels)[],
): Readonly<Record<Language, Readonly<Record<string, string>>>> {
  const labelsIn = (language: Language) =>
    Object.fromEntries(names.map((name) => [name, LABELS[language][name]]));
  return { en: labelsIn('en'), it: labelsIn('it') };
}

/** What the setup writes into HubSpot beside each property's label. */
export const propertyDescriptionsIn = (language: Language): typeof englishDescriptions =>
  DESCRIPTIONS[language];

function adminTextsIn(language: Language, accountLanguage: Language): SetupTexts {
  const group = STORED[accountLanguage].propertyGroup;
  const { adminSteps, editKey } = ADMIN[language];
  const texts = { ...storedTextsIn(language, accountLanguage), ...SHARED[language] };
  return {
    ...texts,
    errors: { ...texts.errors, ...PAGE_ERRORS[language] },
    adminSteps,
    editKey,
    propertyLabels: LABELS[language],
    health: HEALTH[language],
    setup: SETUPS[language](group),
  };
}

const pages = new Map<string, SetupTexts>();

/** Of the app page, on which terminal commands are in quotation marks. */
export function setupTextsIn(language: Language, accountLanguage: Language = language): SetupTexts {
  const key = `${language}/${accountLanguage}`;
  const texts = pages.get(key) ?? quotedCommands(adminTextsIn(language, accountLanguage));
  pages.set(key, texts);
  return texts;
}

export const bulkTextsIn = /* @__PURE__ */ surfaceTexts(BULKS);

export function terminalTextsIn(
  language: Language,
  accountLanguage: Language = language,
): TerminalTexts {
  return {
    ...adminTextsIn(language, accountLanguage),
    terminal: TERMINALS[language],
    propertyDescriptions: DESCRIPTIONS[language],
  };
}

import { ACCOUNT_LANGUAGE } from './account-language.ts';
import type { Texts } from './english.ts';
import { textsIn } from './language.ts';

/** The words of what is stored in HubSpot. */
export const ACCOUNT_TEXTS: Texts = textsIn(ACCOUNT_LANGUAGE);

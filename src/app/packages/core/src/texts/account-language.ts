import type { Language } from './language.ts';

/**
 * The language of what is stored in HubSpot: labels of properties, amounts by currency, reasons of
 * failures. One an account, since two users would else overwrite each other's words for ever. It is
 * the one line that an Italian company changes, to 'it', before it uploads.
 */
export const ACCOUNT_LANGUAGE: Language = 'en';

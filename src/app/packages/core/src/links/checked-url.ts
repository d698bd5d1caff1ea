/**
 * An address that was made or checked by core. A text of a reply is not of this type, so that no card
 * can link or copy it as it comes.
 */
export type CheckedUrl = `https://${string}`;

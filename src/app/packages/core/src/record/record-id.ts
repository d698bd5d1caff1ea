const RECORD_ID = /^[1-9]\d{0,18}$/;

/**
 * True for text that can be the id of a HubSpot record. Metadata at Stripe, and what a browser sends,
 * can hold anything; only an id may come into an address or a request.
 */
export const isRecordId = (text: string): boolean => RECORD_ID.test(text);

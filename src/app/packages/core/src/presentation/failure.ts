import type { ErrorCode, RepliedFailure } from '../contract/failure.ts';
import { PERMISSION_NAMES } from '../contract/stripe-permissions.ts';
import type { BaseTexts, ErrorText, SharedTexts } from '../texts/catalogue.ts';
import { storedTextsIn } from '../texts/catalogue.ts';
import { LANGUAGES } from '../texts/language.ts';
import { brief } from '../untrusted/sentence.ts';
import { knownText } from './presentation.ts';

/** A failure as a person reads it. */
export interface FailureText {
  /** Which part failed: the setup, a permission, Stripe or HubSpot. */
  readonly title: string;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly nextStep: string | undefined;
  /** The service's own words and the request id, for an expandable section. */
  readonly detail: string | undefined;
}

/** A longer detail would hide the next step; a sync leaves the whole of it on the record. */
const MAX_DETAIL = 300;
const MAX_REQUEST_ID = 100;

/** Where the obstacle is. */
export function failureTitle(code: ErrorCode, { card }: SharedTexts): string {
  const { states } = card;
  switch (code) {
    case 'not-set-up':
    case 'property-archived':
      return states.setupTitle;
    case 'not-configured':
    case 'stripe-key-wrong-kind':
    case 'stripe-key-invalid':
      return states.notConnectedTitle;
    case 'stripe-permission':
    case 'stripe-write-permission':
    case 'hubspot-permission':
      return states.permissionTitle;
    case 'stripe-unreachable':
    case 'stripe-wrong-answer':
    case 'stripe-rate-limited':
    case 'stripe-refused':
    case 'stripe-unreadable':
    case 'timeout':
      return states.stripeTitle;
    case 'hubspot-unauthorized':
    case 'hubspot-unreachable':
    case 'hubspot-wrong-answer':
    case 'hubspot-rate-limited':
    case 'hubspot-daily-limit':
    case 'hubspot-refused':
    case 'setup-unfinished':
      return states.hubspotTitle;
    default:
      // What is wrong on the record itself, and codes of a function newer than the card.
      return states.unreadableTitle;
  }
}

/** Stripe's name of a permission: writing has the same name as reading. */
const permissionName = (permission: string): string =>
  knownText(PERMISSION_NAMES, permission.replace(/_write$/, '_read'));

/** The message that names what is missing, where the failure says so. */
function missingText({ code, permission, permissions, scopes }: RepliedFailure, texts: BaseTexts) {
  if (permission !== undefined && code !== 'stripe-write-permission') {
    const { stripeRead, stripeWrite } = texts.missing;
    const needs = permission.endsWith('_write') ? stripeWrite : stripeRead;
    const names = new Set((permissions ?? [permission]).map(permissionName));
    return needs([...names].join(', '));
  }
  return scopes === undefined || scopes.length === 0
    ? undefined
    : texts.missing.scopes(scopes.join(', '));
}

/** Message and next step in the reader's language. */
export function failureMessage(
  failure: RepliedFailure,
  texts: BaseTexts,
): Pick<FailureText, 'message' | 'nextStep'> {
  const known: Readonly<Record<string, ErrorText>> = texts.errors;
  const text = Object.hasOwn(known, failure.code) ? known[failure.code] : undefined;
  if (text !== undefined) {
    return {
      message: missingText(failure, texts) ?? text.message,
      nextStep: texts.adminSteps?.[failure.code] ?? text.nextStep,
    };
  }
  // A code that these texts lack, or of another build's function: as the function itself says it.
  const { message, nextStep } = failure;
  return message === undefined ? texts.errors.unexpected : { message, nextStep };
}

/** Behind the sentence that is saved: the facts of one record. */
const FACTS = /^(.+?\.) \(.*\)$/s;

/**
 * What is saved on a record about its failed sync, without the facts of that record, in the reader's language:
 * it is saved in the account's. A sentence that is not known is as it is saved.
 */
export function savedFailureMessage(saved: string, { errors }: BaseTexts): string {
  const sentence = saved.replace(FACTS, '$1');
  const [code = ''] =
    LANGUAGES.flatMap((language) => Object.entries(storedTextsIn(language).errors)).find(
      ([, { message }]) => message === sentence,
    ) ?? [];
  const known: Readonly<Record<string, ErrorText | undefined>> = errors;
  return known[code]?.message ?? sentence;
}

/** The end of a sentence, also before a closing quote or bracket. */
const ENDED = /[.!?…。]['"’”)\]\u2069]*$/u;

const asSentence = (text: string): string => (ENDED.test(text) ? text : `${text}.`);

/** Title, message, next step and detail of a failure, in the reader's language. */
export function failureText(failure: RepliedFailure, texts: SharedTexts): FailureText {
  const { detail, requestId } = failureFacts(failure);
  const { properties = [] } = failure;
  const facts = [
    properties.length === 0
      ? undefined
      : texts.missing.properties(brief(properties.join(', '), MAX_DETAIL)),
    detail === undefined ? undefined : asSentence(detail),
    requestId === undefined ? undefined : texts.card.states.reference(requestId),
  ].filter((part) => part !== undefined);
  return {
    title: failureTitle(failure.code, texts),
    ...failureMessage(failure, texts),
    detail: facts.length === 0 ? undefined : facts.join(' '),
  };
}

/** The service's own words and the request id, each short enough for a sentence. */
function failureFacts({ detail, requestId }: RepliedFailure): {
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
} {
  return {
    detail: detail === undefined ? undefined : brief(detail, MAX_DETAIL),
    requestId: requestId === undefined ? undefined : brief(requestId, MAX_REQUEST_ID),
  };
}

/** What names a key, permissions or scopes: it tells a rep nothing, and an admin everything. */
const ONLY_FOR_ADMIN: ReadonlySet<string> = new Set<ErrorCode>([
  'not-configured',
  'stripe-key-wrong-kind',
  'stripe-key-invalid',
  'stripe-permission',
  'hubspot-unauthorized',
  'hubspot-permission',
]);

/** What an admin fixes on the app's page. */
const FOR_ADMIN: ReadonlySet<string> = new Set<ErrorCode>([
  'not-set-up',
  'property-archived',
  'stripe-write-permission',
]);

/** A failure as a rep reads it on a card. */
export interface RepFailureText {
  readonly text: string;
  readonly detail: string | undefined;
  /** True where an admin can fix it on the app's page. */
  readonly isForAdmin: boolean;
}

/** What is for an admin is folded away, without Stripe's own words about its keys. */
export function repFailureText(failure: RepliedFailure, texts: SharedTexts): RepFailureText {
  const { message, nextStep = message, detail } = failureText(failure, texts);
  if (!ONLY_FOR_ADMIN.has(failure.code)) {
    const text = nextStep === message ? message : `${message} ${nextStep}`;
    return { text, detail, isForAdmin: FOR_ADMIN.has(failure.code) };
  }
  const { requestId } = failureFacts(failure);
  const reference = requestId === undefined ? [] : [texts.card.states.reference(requestId)];
  return { text: nextStep, detail: [message, ...reference].join(' '), isForAdmin: true };
}

/** All of a failure as one paragraph, for a terminal and for lists of failures. */
export function failureParagraph(failure: RepliedFailure, texts: SharedTexts): string {
  const { message, nextStep, detail } = failureText(failure, texts);
  return [message, nextStep, detail].filter((part) => part !== undefined).join(' ');
}

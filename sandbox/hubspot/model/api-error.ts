import type { ContentfulStatusCode } from 'hono/utils/http-status';

type ErrorContext = Readonly<Record<string, readonly string[]>>;

interface ErrorDetail {
  readonly message: string;
  readonly code?: string;
  readonly subCategory?: string;
  readonly in?: string;
  readonly context?: ErrorContext;
}

/** HubSpot's error envelope without `status` and `correlationId`, which the edge adds. */
export interface ErrorBody {
  readonly message: string;
  readonly errors?: readonly ErrorDetail[];
  readonly context?: ErrorContext;
  readonly links?: Readonly<Record<string, string>>;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errorType?: string;
  readonly policyName?: string;
  readonly groupName?: string;
}

/** A refusal that reaches the caller as it stands. */
export class HubSpotApiError extends Error {
  override readonly name = 'HubSpotApiError';
  readonly status: ContentfulStatusCode;
  readonly body: ErrorBody;
  /** HubSpot sends some envelopes as JSON text inside the message of another. */
  readonly isNested: boolean;

  constructor(status: ContentfulStatusCode, body: ErrorBody, isNested = false) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.isNested = isNested;
  }
}

export const validationError = (message: string, rest: Partial<ErrorBody> = {}): HubSpotApiError =>
  new HubSpotApiError(400, { message, ...rest, category: 'VALIDATION_ERROR' });

/** Jackson's complaint about a body: HubSpot sends it without a category. */
export const invalidJson = (detail: string): HubSpotApiError =>
  new HubSpotApiError(400, { message: `Invalid input JSON on line 1, column 1: ${detail}` });

export const unknownObjectType = (text: string): HubSpotApiError =>
  new HubSpotApiError(400, { message: `Unable to infer object type from: ${text}` });

/** The two spaces are HubSpot's. */
export const objectNotFound = (id: string): HubSpotApiError =>
  new HubSpotApiError(404, {
    message: 'Object not found.  objectId are usually numeric.',
    context: { id: [id] },
    category: 'OBJECT_NOT_FOUND',
  });

/** What a write to an unknown record gets: without a category. */
export const resourceNotFound = (): HubSpotApiError =>
  new HubSpotApiError(404, { message: 'resource not found' });

export const propertyNotFound = (name: string): HubSpotApiError =>
  new HubSpotApiError(404, {
    message: `Property "${name}" does not exist`,
    context: { propertyName: [name] },
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'Properties.PROPERTY_NOT_FOUND',
  });

export const groupNotFound = (name: string): HubSpotApiError =>
  new HubSpotApiError(404, {
    message: `Property group "${name}" does not exist`,
    context: { groupName: [name] },
    category: 'OBJECT_NOT_FOUND',
  });

/** Stripe's error envelope: https://docs.stripe.com/api/errors. */
export interface ErrorFields {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
}

export class StripeApiError extends Error {
  override readonly name = 'StripeApiError';
  readonly status: 400 | 401 | 402 | 403 | 404 | 429;
  readonly fields: ErrorFields;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the request had begun to take effect: then its idempotency key remembers the answer. */
  readonly hasBegun: boolean;

  constructor(
    status: StripeApiError['status'],
    fields: ErrorFields,
    options: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly hasBegun?: boolean;
    } = {},
  ) {
    super(fields.message);
    this.status = status;
    this.fields = fields;
    this.headers = options.headers ?? {};
    this.hasBegun = options.hasBegun ?? false;
  }

  get body(): { readonly error: ErrorFields & { readonly doc_url?: string } } {
    const { code } = this.fields;
    if (code === undefined) return { error: this.fields };
    const doc_url = `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
    return { error: { ...this.fields, doc_url } };
  }
}

const TYPE = 'invalid_request_error';

export const invalidRequest = (message: string, param?: string, code?: string): StripeApiError =>
  new StripeApiError(400, {
    type: TYPE,
    message,
    ...(param === undefined ? {} : { param }),
    ...(code === undefined ? {} : { code }),
  });

/** A request that was well formed but cannot be carried out. */
export const refusedRequest = (message: string, code?: string, param?: string): StripeApiError =>
  new StripeApiError(400, invalidRequest(message, param, code).fields, { hasBegun: true });

export const missingParameter = (param: string): StripeApiError =>
  invalidRequest(`Missing required param: ${param}.`, param, 'parameter_missing');

export function unknownParameters(names: readonly string[]): StripeApiError {
  const noun = names.length > 1 ? 'parameters' : 'parameter';
  const message = `Received unknown ${noun}: ${names.join(', ')}`;
  return invalidRequest(message, names[0], 'parameter_unknown');
}

export const unrecognizedUrl = (method: string, path: string): StripeApiError =>
  new StripeApiError(404, {
    type: TYPE,
    message:
      `Unrecognized request URL (${method}: ${path}). ` +
      'Please see https://stripe.com/docs or we can help at https://support.stripe.com/.',
  });

/** What a payment that was to succeed at once is answered with where the bank declines it. */
export const declinedCard = (): StripeApiError =>
  new StripeApiError(
    402,
    { type: 'card_error', message: 'Your card was declined.', code: 'card_declined' },
    { hasBegun: true },
  );

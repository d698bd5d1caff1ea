import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A request that HubSpot would not serve. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly category: string;

  constructor(status: ContentfulStatusCode, category: string, message: string) {
    super(message);
    this.status = status;
    this.category = category;
  }
}

export const unauthorized = (message: string): Refusal =>
  new Refusal(401, 'INVALID_AUTHENTICATION', message);

export const invalid = (message: string): Refusal => new Refusal(400, 'VALIDATION_ERROR', message);

export const notFound = (message: string): Refusal => new Refusal(404, 'OBJECT_NOT_FOUND', message);

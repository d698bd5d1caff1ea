import { Client } from '@hubspot/api-client';
import type { PropertyInput } from '@stripe-payments/core';
import { PROPERTY_GROUP } from '@stripe-payments/core';
import type { PropertySchema, SchemaObjectType } from '../../use-cases/apply-setup.ts';
import { redact } from '../../redact.ts';
import { SyncError } from '../../sync-error.ts';
import { loopbackUrl } from '../loopback.ts';

interface PropertySchemaOptions {
  readonly accessToken: string;
  /** Honoured for loopback addresses only. */
  readonly apiBaseUrl: string | undefined;
}

function textIn(body: unknown, name: string): string | undefined {
  const field: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof field === 'string' ? field : undefined;
}

function namesIn(body: unknown): readonly string[] {
  const results: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'results') : undefined;
  const rows: readonly unknown[] = Array.isArray(results) ? results : [];
  return rows.map((row) => textIn(row, 'name')).filter((name) => name !== undefined);
}

function failureOf(status: number, body: unknown): SyncError {
  const detail = redact(textIn(body, 'message') ?? `HTTP ${String(status)}`);
  if (status === 401) return new SyncError('hubspot-unauthorized');
  return new SyncError(status === 403 ? 'hubspot-permission' : 'hubspot-refused', { detail });
}

/**
 * HubSpot's property definitions, through the whole client: its typed models lack the two fields that
 * tie an amount to its currency. For terminals, which have the memory; functions do not load this file.
 */
export function createPropertySchema(options: PropertySchemaOptions): PropertySchema {
  const origin = loopbackUrl(options.apiBaseUrl)?.origin;
  const client = new Client({
    accessToken: options.accessToken,
    numberOfApiCallRetries: 3,
    ...(origin === undefined ? {} : { basePath: origin }),
  });
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    tolerated: readonly number[],
  ): Promise<unknown> => {
    const response = await client.apiRequest({ method, path, body, defaultJson: true });
    const answer: unknown = await response.json();
    if (response.ok || tolerated.includes(response.status)) return answer;
    throw failureOf(response.status, answer);
  };
  const pathOf = (objectType: SchemaObjectType): string => `/crm/v3/properties/${objectType}`;
  return {
    async existing(objectType) {
      return new Set(namesIn(await ask('GET', pathOf(objectType), undefined, [])));
    },
    async createGroup(objectType) {
      // 409: the group is there already.
      await ask('POST', `${pathOf(objectType)}/groups`, PROPERTY_GROUP, [409]);
    },
    async create(objectType, inputs: readonly PropertyInput[]) {
      await ask('POST', `${pathOf(objectType)}/batch/create`, { inputs }, []);
    },
  };
}

import type Stripe from 'stripe';
import type { EventRow } from '../entities/event.ts';
import type { FormatView } from './view.ts';

/** The version this stand-in speaks: the pin of `stripe` 23.1.0. */
export const API_VERSION = '2026-10-28.endive';

export const formatEvent = (row: EventRow, view: FormatView): Stripe.EventBase => ({
  id: row.id,
  object: 'event',
  api_version: API_VERSION,
  created: row.created,
  data: {
    object: row.object,
    ...(row.previousAttributes === null ? {} : { previous_attributes: row.previousAttributes }),
  },
  livemode: view.livemode,
  pending_webhooks: row.isDelivered ? 0 : 1,
  request: { id: null, idempotency_key: null },
  type: row.type,
});

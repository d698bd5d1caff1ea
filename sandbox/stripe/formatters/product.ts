import type Stripe from 'stripe';
import type { ProductRow } from '../entities/product.ts';
import type { FormatView } from './view.ts';

export const formatProduct = (row: ProductRow, view: FormatView): Stripe.Product => ({
  id: row.id,
  object: 'product',
  active: row.isActive,
  created: row.created,
  default_price: row.defaultPrice,
  description: row.description,
  images: [],
  livemode: view.livemode,
  marketing_features: [],
  metadata: row.metadata,
  name: row.name,
  package_dimensions: null,
  shippable: null,
  statement_descriptor: null,
  tax_code: null,
  tax_details: null,
  type: 'service',
  unit_label: row.unitLabel,
  updated: row.updated,
  url: row.url,
});

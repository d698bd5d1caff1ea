import { RETRIEVE_PARAMS, type ApiParts, type Endpoint } from '../api/endpoint.ts';
import { formatAccount, formatBalance } from '../formatters/account.ts';
import { billingEndpoints } from './billing.ts';
import { captureEndpoints } from './captures.ts';
import { catalogueEndpoints } from './catalogue.ts';
import { customerCreation } from './customers.ts';
import { invoiceItemEndpoints } from './invoice-items.ts';
import { invoiceLineEndpoints, invoicePreviews } from './invoice-lines.ts';
import { invoiceWrites } from './invoice-writes.ts';
import { nestedListEndpoints } from './nested-lists.ts';
import { paymentLinkEndpoints } from './payment-links.ts';
import { paymentEndpoints } from './payments.ts';
import { payoutEndpoints } from './payouts.ts';
import { portalSessions } from './portal-sessions.ts';
import { refundCreation } from './refund-creation.ts';
import { subscriptionCreation } from './subscription-creation.ts';
import { subscriptionWrites } from './subscription-writes.ts';
import { webhookEndpointWrites } from './webhook-endpoints.ts';

const accountEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/account',
    get permission() {
      return parts.account.restrictedKeys === 'by-permission' ? 'accounts_kyc_basic_read' : null;
    },
    params: RETRIEVE_PARAMS,
    shape: { kind: 'plain' },
    handle: ({ isRestricted }) => {
      const { row, restrictedKeys } = parts.account;
      const hasDetails = !isRestricted || restrictedKeys === 'by-permission';
      return { ...formatAccount(row, hasDetails) };
    },
  },
  {
    method: 'GET',
    path: '/v1/balance',
    permission: 'balance_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'plain' },
    handle: ({ view }) => {
      const rows = parts.lookup.store.balanceTransactions.newestFirst();
      return { ...formatBalance(rows, parts.account.row.settlementCurrencies, view) };
    },
  },
];

export const allEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...accountEndpoints(parts),
  ...paymentEndpoints(parts),
  // Before what takes its last part for an id.
  invoicePreviews(parts),
  ...billingEndpoints(parts),
  ...catalogueEndpoints(parts),
  ...nestedListEndpoints(parts),
  ...payoutEndpoints(parts),
  ...captureEndpoints(parts),
  ...paymentLinkEndpoints(parts),
  ...invoiceLineEndpoints(parts),
  ...invoiceWrites(parts),
  ...invoiceItemEndpoints(parts),
  subscriptionCreation(parts),
  ...subscriptionWrites(parts),
  portalSessions(parts),
  customerCreation(parts),
  refundCreation(parts),
  ...webhookEndpointWrites(parts),
];

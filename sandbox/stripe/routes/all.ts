import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { accountEndpoints } from './account.ts';
import { balanceTransactionEndpoints } from './balance-transactions.ts';
import { chargeEndpoints } from './charges.ts';
import { customerEndpoints } from './customers.ts';
import { disputeEndpoints } from './disputes.ts';
import { eventEndpoints } from './events.ts';
import { paymentIntentEndpoints } from './payment-intents.ts';
import { refundEndpoints } from './refunds.ts';

export const allEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  ...accountEndpoints(parts),
  ...balanceTransactionEndpoints(parts),
  ...chargeEndpoints(parts),
  ...customerEndpoints(parts),
  ...disputeEndpoints(parts),
  ...eventEndpoints(parts),
  ...paymentIntentEndpoints(parts),
  ...refundEndpoints(parts),
];

import type Stripe from 'stripe';
import type { ChargeRow } from '../entities/charge.ts';
import type { BankAccountMethod, CardMethod } from '../entities/payment-method.ts';

function formatCard(card: CardMethod, charge: ChargeRow): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: charge.status === 'failed' ? null : charge.amount,
    authorization_code: null,
    brand: card.brand,
    ...(charge.captureBefore === null ? {} : { capture_before: charge.captureBefore }),
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: 8,
    exp_year: 2030,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint,
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: charge.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

const formatBankAccount = (
  bank: BankAccountMethod,
): Stripe.Charge.PaymentMethodDetails.UsBankAccount => ({
  account_holder_type: 'company',
  account_type: 'checking',
  bank_name: bank.bankName,
  fingerprint: bank.fingerprint,
  last4: bank.last4,
  payment_reference: null,
  routing_number: '110000000',
});

export const formatPaymentMethodDetails = (
  charge: ChargeRow,
): Stripe.Charge.PaymentMethodDetails =>
  charge.method.type === 'card'
    ? { type: 'card', card: formatCard(charge.method, charge) }
    : { type: 'us_bank_account', us_bank_account: formatBankAccount(charge.method) };

export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'jcb' | 'discover';

export interface CardMethod {
  readonly type: 'card';
  readonly brand: CardBrand;
  readonly last4: string;
  readonly country: string;
  readonly fingerprint: string;
}

export interface BankAccountMethod {
  readonly type: 'us_bank_account';
  readonly bankName: string;
  readonly last4: string;
  readonly fingerprint: string;
}

export type PaymentMethod = CardMethod | BankAccountMethod;

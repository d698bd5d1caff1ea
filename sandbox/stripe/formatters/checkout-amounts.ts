import type { CheckoutSessionRow } from '../entities/checkout-session.ts';

type Items = Pick<CheckoutSessionRow, 'items'>;

export const amountSubtotal = ({ items }: Items): number =>
  items.reduce((sum, item) => sum + item.amountSubtotal, 0);

export const amountDiscount = ({ items }: Items): number =>
  items.reduce((sum, item) => sum + item.amountDiscount, 0);

export const amountTotal = (session: Items): number =>
  amountSubtotal(session) - amountDiscount(session);

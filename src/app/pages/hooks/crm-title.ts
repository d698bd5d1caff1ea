import type { Failure, SetupTexts } from '@stripe-payments/core';
import { problemTitle } from '@stripe-payments/core';

/** Where the obstacle is, of something that only HubSpot was asked: a clock that ran out is not Stripe's. */
export const crmTitle = ({ code }: Failure, texts: SetupTexts): string =>
  code === 'timeout' ? texts.card.states.crmTitle : problemTitle(code, texts);

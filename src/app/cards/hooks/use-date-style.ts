import { useExtensionContext } from '@hubspot/ui-extensions';
import type { DateStyle } from '@stripe-payments/core';
import { useMemo } from 'react';

/** The user's locale and the portal's time zone. */
export function useDateStyle(): DateStyle {
  const { user, portal } = useExtensionContext<'crm.record.tab'>();
  const { locale = 'en-us' } = user;
  const { timezone } = portal;
  return useMemo(() => ({ locale, timeZone: timezone }), [locale, timezone]);
}

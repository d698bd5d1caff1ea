import type { ObjectProperties, Failure, SetupReport } from '@stripe-payments/core';
import { SyncError } from '@stripe-payments/sync';
import { checkSetup } from '@stripe-payments/sync/setup';
import type { Context } from './context.ts';

export type PropertiesRead =
  | { readonly status: 'failed'; readonly error: Failure }
  | {
      readonly status: 'seen';
      readonly report: SetupReport;
      readonly objects: readonly ObjectProperties[];
      /** Of the Stripe key; null where there is none that could be used. */
      readonly mode: 'live' | 'test' | null;
    };

/** Reads HubSpot only: the app's properties do not depend on Stripe. */
export async function readProperties({
  ports,
  printer,
  presentation,
}: Context): Promise<PropertiesRead> {
  const all = ports();
  const withoutStripe = { ...all, stripe: new SyncError('not-configured') };
  const report = await printer.during(presentation.texts.setup.checking, checkSetup(withoutStripe));
  const { properties } = report;
  if (!properties.isReadable) return { status: 'failed', error: properties.error };
  const mode = all.stripe instanceof SyncError ? null : all.stripe.mode;
  return { status: 'seen', report, objects: properties.objects, mode };
}

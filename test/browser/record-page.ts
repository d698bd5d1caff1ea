import type { RecordPage, RecordPageOptions } from '../../sandbox/dev/start.ts';
import { startRecordPage } from '../../sandbox/dev/start.ts';
import type { SandboxClock } from '../../sandbox/http/clock.ts';
import type { StandInControl } from '../functions/control.ts';
import { controlOf } from '../functions/control.ts';
import { giveRequiredFunctions } from '../functions/required-functions.ts';
import { fetchStraight, serveStraight } from '../functions/straight.ts';
import { VirtualTime } from '../functions/virtual-time.ts';

/** A record page whose functions do not wait, and the control of its Stripe. */
export interface TestedRecordPage extends RecordPage {
  readonly stripe: StandInControl;
}

/**
 * The functions skip their waits (the pace that Stripe allows, a search that is behind), and ask the
 * stand-ins without a socket.
 */
export async function startTestedRecordPage(
  clock: SandboxClock,
  options: Pick<RecordPageOptions, 'startsAs'> = {},
): Promise<TestedRecordPage> {
  const recordPage = await startRecordPage({
    connections: { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
    clock,
    monotonicNowMs: () => performance.now(),
    seed: 1,
    port: 0,
    // Other tests touch the sources, and a reloaded card starts again.
    watches: false,
    ...options,
    log: () => undefined,
  });
  const time = new VirtualTime(fetchStraight, () => performance.now());
  const endSkipping = giveRequiredFunctions(time);
  const { stripe, hubspot } = recordPage.world;
  const [stripeControl, endStripe] = serveStraight(controlOf(stripe.url), stripe.app);
  const [hubspotControl, endHubSpot] = serveStraight(controlOf(hubspot.url), hubspot.app);
  // Tests open a record a second, which no person does.
  for (const control of [stripeControl, hubspotControl]) {
    await control.send('PUT', '/limits', { enabled: false });
  }
  return {
    ...recordPage,
    stripe: stripeControl,
    close: async () => {
      await recordPage.close();
      endStripe();
      endHubSpot();
      endSkipping();
    },
  };
}

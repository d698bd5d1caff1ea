import type { Checks } from '../check.ts';
import { differs, holds, holdsIf, untried } from '../check.ts';
import { fits } from './record-checks.ts';
import * as shapes from './shapes.ts';
import type { HubSpotStage } from './stage.ts';
import { GROUP, textProperty } from './stage.ts';

const DEALS = '/crm/properties/2026-03/deals';
const AMOUNT = 'contract_check_amount';
const SPARE = 'contract_check_spare';
const RATE_HEADERS = [
  'X-HubSpot-RateLimit-Daily',
  'X-HubSpot-RateLimit-Daily-Remaining',
  'X-HubSpot-RateLimit-Interval-Milliseconds',
  'X-HubSpot-RateLimit-Max',
  'X-HubSpot-RateLimit-Remaining',
];

async function scopesOf({ hubspot, accessToken }: HubSpotStage): Promise<readonly string[]> {
  const path = '/oauth/v2/private-apps/get/access-token-info';
  return shapes.tokenInfo.parse(await hubspot.ask('POST', path, { tokenKey: accessToken })).scopes;
}

export const accountChecks: Checks<HubSpotStage> = {
  async 'hubspot-account-details'({ hubspot }) {
    return fits(shapes.accountDetails, await hubspot.ask('GET', '/account-info/2026-03/details'));
  },
  async 'hubspot-token-scopes'(stage) {
    const scopes = await scopesOf(stage);
    return holdsIf(scopes.length > 0, `${String(scopes.length)} scopes`);
  },
  async 'hubspot-empty-batch-scope'(stage) {
    const scopes = await scopesOf(stage);
    const path = '/crm/objects/2026-03/deals/batch/update';
    if (stage.isReadOnly) return untried('an account in use is only read');
    const { status } = await stage.hubspot.send('POST', path, { inputs: [] });
    const isGranted = scopes.includes('crm.objects.deals.write');
    return holdsIf(
      (status !== 403) === isGranted,
      `${String(status)}, scope ${isGranted ? 'granted' : 'missing'}`,
    );
  },
  async 'hubspot-missing-scope-named'({ hubspot }) {
    for (const type of ['tickets', 'products', 'quotes']) {
      const { status, body } = await hubspot.send('GET', `/crm/objects/2026-03/${type}?limit=1`);
      if (status !== 403) continue;
      const envelope = shapes.errorEnvelope.safeParse(body);
      const named = envelope.data?.errors?.[0]?.context?.requiredGranularScopes ?? [];
      return holdsIf(named.length > 0, named.join(', ') || 'no scope is named');
    }
    return untried('no scope is missing among those of tickets, products and quotes');
  },
  async 'hubspot-rate-limit-headers'({ hubspot }) {
    const { headers } = await hubspot.send('GET', '/account-info/2026-03/details');
    const missing = RATE_HEADERS.filter((name) => !headers.has(name));
    return holdsIf(
      missing.length === 0,
      missing.length === 0 ? 'all five' : `no ${missing.join(', ')}`,
    );
  },
  async 'hubspot-property-fields'({ hubspot }) {
    return fits(shapes.propertyPage, await hubspot.ask('GET', `${DEALS}?archived=false`));
  },
  async 'hubspot-currency-property'(stage) {
    await stage.made('a currency property', async () => {
      await stage.prepared.deals();
      await stage.hubspot.ask('POST', DEALS, {
        ...textProperty(AMOUNT),
        type: 'number',
        fieldType: 'number',
        showCurrencySymbol: true,
        currencyPropertyName: 'deal_currency_code',
      });
    });
    const read = shapes.propertyPage.parse(await stage.hubspot.ask('GET', DEALS));
    const currencyProperty = read.results.find(({ name }) => name === AMOUNT)?.currencyPropertyName;
    return holdsIf(
      currencyProperty === 'deal_currency_code',
      `currencyPropertyName ${String(currencyProperty)}`,
    );
  },
  async 'hubspot-batch-create-existing'(stage) {
    await stage.made('properties', () => stage.prepared.deals());
    const { name } = textProperty(SPARE);
    await stage.hubspot.send('POST', DEALS, textProperty(name));
    const { status } = await stage.hubspot.send('POST', `${DEALS}/batch/create`, {
      inputs: [textProperty(name)],
    });
    return holdsIf(status === 207 || status === 409, String(status));
  },
  async 'hubspot-archived-restored'(stage) {
    await stage.made('properties', () => stage.prepared.deals());
    await stage.hubspot.send('POST', DEALS, textProperty(SPARE));
    await stage.hubspot.remove(`${DEALS}/${SPARE}`);
    const again = { ...textProperty(SPARE), label: 'Another label' };
    const { status } = await stage.hubspot.send('POST', DEALS, again);
    if (status !== 201) return differs(String(status));
    const { label } = shapes.property.parse(await stage.hubspot.ask('GET', `${DEALS}/${SPARE}`));
    const definition = label === again.label ? 'new' : 'old';
    return holds(`restored with the ${definition} definition`);
  },
  async 'hubspot-existing-property-conflict'(stage) {
    await stage.made('properties', () => stage.prepared.deals());
    const { status } = await stage.hubspot.send('POST', `${DEALS}/groups`, GROUP);
    return holdsIf(status === 409, String(status));
  },
};

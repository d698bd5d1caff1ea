import type { Answer } from './client.ts';
import type { Checks } from '../check.ts';
import { differs, holds, holdsIf, Untried, untried } from '../check.ts';
import * as shapes from './shapes.ts';
import type { HubSpotStage } from './stage.ts';
import { DATED, GROUP, textProperty } from './stage.ts';

const PAYMENTS = `/crm/objects/${DATED}/0-101`;
const PROPERTIES = `/crm/properties/${DATED}/0-101`;
const CHARGE_ID = 'contract_check_charge_id';

const valuesOf = ({ session }: HubSpotStage) => ({
  hs_initial_amount: '1',
  hs_initiated_date: String(session.time.nowMs()),
  hs_currency_code: 'USD',
  hs_processor_type: 'none',
  hs_internal_comment: 'Contract check',
});

/** Payments need scopes of their own, which only the later features ask for. */
function answered(answer: Answer): Answer {
  if (answer.status === 403) throw new Untried('the token has no scopes for payments');
  return answer;
}

const inWords = ({ status, body }: Answer): string =>
  `${String(status)} ${JSON.stringify(body).slice(0, 200)}`;

/** The first payment that HubSpot's own Stripe connection took. */
async function firstTaken({ hubspot }: HubSpotStage, properties: readonly string[]) {
  const filters = [{ propertyName: 'hs_processor_type', operator: 'EQ', value: 'byo_stripe' }];
  const body = { filterGroups: [{ filters }], properties, limit: 1 };
  const page = answered(await hubspot.send('POST', `${PAYMENTS}/search`, body));
  const [first] = shapes.searchPage.safeParse(page.body).data?.results ?? [];
  if (first === undefined) throw new Untried('searched; no payment by Stripe to look at');
  return first;
}

/** A unique property on payments; HubSpot's refusal where it takes none. */
async function makeKey({ hubspot, session }: HubSpotStage): Promise<string | null> {
  const group = answered(await hubspot.send('POST', `${PROPERTIES}/groups`, GROUP));
  if (group.status !== 201 && group.status !== 409) return inWords(group);
  session.created('property group of payments', async () => {
    await hubspot.remove(`${PROPERTIES}/${CHARGE_ID}`);
    await hubspot.remove(`${PROPERTIES}/groups/${GROUP.name}`);
  });
  const property = { ...textProperty(CHARGE_ID), hasUniqueValue: true };
  const made = answered(await hubspot.send('POST', PROPERTIES, property));
  return made.status === 201 || made.status === 409 ? null : inWords(made);
}

export const paymentChecks: Checks<HubSpotStage> = {
  async 'hubspot-payment-reference'(stage) {
    const values = [`pi_contractcheck${stage.session.runId.toLowerCase()}`];
    const names = ['hs_payment_id', 'hs_reference_number'];
    const filterGroups = names.map((propertyName) => ({
      filters: [{ propertyName, operator: 'IN', values }],
    }));
    const body = { filterGroups, properties: names, limit: 1 };
    const answer = answered(await stage.hubspot.send('POST', `${PAYMENTS}/search`, body));
    if (answer.status !== 200) return differs(inWords(answer));
    const first = await firstTaken(stage, names);
    const found = names.map((name) => first.properties[name] ?? '');
    const isReference = found.some((text) => /^(?:pi|ch|py)_|^[0-9a-f-]{36}$/.test(text));
    return holdsIf(isReference, found.map((text) => text.slice(0, 6)).join(', '));
  },
  async 'hubspot-payment-figures'(stage) {
    const names = ['hs_currency_code', 'hs_initial_amount', 'hs_platform_fee'];
    const first = await firstTaken(stage, names);
    const [currency = '', amount = '', fee = ''] = names.map(
      (name) => first.properties[name] ?? '',
    );
    const areAmounts = [amount, fee].every((text) => /^-?\d+(\.\d+)?$/.test(text));
    return holdsIf(/^[A-Z]{3}$/.test(currency) && areAmounts, `${currency} ${amount}, fee ${fee}`);
  },
  async 'hubspot-payments-create'(stage) {
    if (stage.isReadOnly) return untried('an account in use is only read');
    const answer = answered(
      await stage.hubspot.send('POST', PAYMENTS, { properties: valuesOf(stage) }),
    );
    const created = shapes.record.safeParse(answer.body);
    if (!created.success) return differs(inWords(answer));
    const { id } = created.data;
    stage.session.created(`payment ${id}`, () => stage.hubspot.remove(`${PAYMENTS}/${id}`));
    return holds(`payment ${id}`);
  },
  async 'hubspot-payments-unique'(stage) {
    if (stage.isReadOnly) return untried('an account in use is only read');
    const refused = await makeKey(stage);
    if (refused !== null) return differs(refused);
    const { hubspot, session } = stage;
    const properties = { ...valuesOf(stage), [CHARGE_ID]: `ch_contracttwice${session.runId}` };
    const answer = await hubspot.send('POST', PAYMENTS, { properties });
    const first = shapes.record.safeParse(answer.body);
    if (!first.success) return differs(inWords(answer));
    const { id } = first.data;
    session.created(`payment ${id}`, () => hubspot.remove(`${PAYMENTS}/${id}`));
    const second = await hubspot.send('POST', PAYMENTS, { properties });
    const made = shapes.record.safeParse(second.body).data;
    if (made !== undefined) {
      session.created(`payment ${made.id}`, () => hubspot.remove(`${PAYMENTS}/${made.id}`));
    }
    return holdsIf(second.status === 400 || second.status === 409, inWords(second));
  },
  async 'hubspot-payments-upsert'(stage) {
    if (stage.isReadOnly) return untried('an account in use is only read');
    const refused = await makeKey(stage);
    if (refused !== null) return differs(refused);
    const { hubspot, session } = stage;
    const id = `ch_contractcheck${session.runId}`;
    const upsert = (properties: object) => {
      const inputs = [
        { id, idProperty: CHARGE_ID, properties: { ...properties, [CHARGE_ID]: id } },
      ];
      return hubspot.send('POST', `${PAYMENTS}/batch/upsert`, { inputs });
    };
    const answer = answered(await upsert(valuesOf(stage)));
    const [first] = shapes.recordBatch.safeParse(answer.body).data?.results ?? [];
    if (first === undefined) return differs(inWords(answer));
    session.created(`payment ${first.id}`, () => hubspot.remove(`${PAYMENTS}/${first.id}`));
    const changed = await upsert({ hs_fees_amount: '1' });
    const [second] = shapes.recordBatch.safeParse(changed.body).data?.results ?? [];
    if (second === undefined) return differs(inWords(changed));
    return holdsIf(second.id === first.id, `${first.id}, then ${second.id}`);
  },
  async 'hubspot-payments-currency'({ hubspot }) {
    const answer = answered(await hubspot.send('GET', `${PROPERTIES}/hs_currency_code`));
    const codes = shapes.property.safeParse(answer.body).data?.options.map(({ value }) => value);
    if (codes === undefined) return differs(inWords(answer));
    // Every currency there is would be more than 100.
    return holdsIf(codes.length < 100, `${String(codes.length)} currencies`);
  },
  async 'hubspot-archived-property'(stage) {
    if (stage.isReadOnly) return untried('an account in use is only read');
    const refused = await makeKey(stage);
    if (refused !== null) return differs(refused);
    const path = `${PROPERTIES}/${CHARGE_ID}`;
    await stage.hubspot.remove(path);
    const { status } = await stage.hubspot.send('GET', path);
    return holdsIf(status === 404, String(status));
  },
  async 'hubspot-unknown-object'(stage) {
    const path = `/crm/objects/${DATED}/p_contract_check_unknown/batch/upsert`;
    const input = { id: '1', idProperty: 'run_id', properties: { run_id: '1' } };
    const answer = await stage.hubspot.send('POST', path, { inputs: [input] });
    if (answer.status === 403) return untried('the token has no crm.objects.custom.write');
    const isNamed = /infer object type/i.test(JSON.stringify(answer.body));
    return holdsIf(answer.status === 404 || (answer.status === 400 && isNamed), inWords(answer));
  },
  async 'hubspot-custom-object-limits'(stage) {
    const answer = await stage.hubspot.send('GET', `/crm/limits/${DATED}/custom-object-types`);
    if (answer.status === 403) return untried('the token has no crm.schemas.custom.read');
    return holdsIf(answer.status === 200, inWords(answer));
  },
};

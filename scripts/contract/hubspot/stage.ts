import { createMaker } from '../check.ts';
import type { Session } from '../session.ts';
import type { HubSpot } from './client.ts';
import * as shapes from './shapes.ts';

/** Every record that a run creates has this property filled, so that a later one finds what is left. */
export const RUN_PROPERTY = 'contract_check_run';
/** Holds ids of Stripe, comma-separated, as the product's own properties do. */
export const IDS_PROPERTY = 'contract_check_ids';
export const GROUP = { name: 'contract_check', label: 'Contract check' } as const;

export const TYPES = ['deals', 'contacts', 'companies'] as const;
export type TypeName = (typeof TYPES)[number];

export const DATED = '2026-03';

interface StageParts {
  readonly hubspot: HubSpot;
  readonly session: Session;
  readonly accessToken: string;
  readonly isReadOnly: boolean;
}

type Values = Readonly<Record<string, string>>;

export type HubSpotStage = ReturnType<typeof createObjects> & StageParts;

export const textProperty = (name: string) => ({
  name,
  label: name,
  type: 'string',
  fieldType: 'text',
  groupName: GROUP.name,
});

function createObjects({ hubspot, session, isReadOnly }: StageParts) {
  const { runId } = session;
  const { made, objectOf } = createMaker(isReadOnly ? 'an account in use is only read' : undefined);

  /** The group and the properties of a type; removed by the account's clean-up, records first. */
  const prepare = async (type: TypeName): Promise<void> => {
    await hubspot.ask('POST', `/crm/properties/2026-03/${type}/groups`, GROUP);
    session.created(`property group of ${type}`, () => removeGroup(hubspot, type));
    for (const name of [RUN_PROPERTY, IDS_PROPERTY]) {
      await hubspot.ask('POST', `/crm/properties/2026-03/${type}`, textProperty(name));
    }
  };
  const prepared = {
    deals: objectOf('properties of deals', () => prepare('deals')),
    contacts: objectOf('properties of contacts', () => prepare('contacts')),
    companies: objectOf('properties of companies', () => prepare('companies')),
  };
  const create = async (type: TypeName, values: Values): Promise<string> => {
    await prepared[type]();
    const properties = { ...values, [RUN_PROPERTY]: runId };
    const { id } = shapes.record.parse(
      await hubspot.ask('POST', `/crm/objects/2026-03/${type}`, { properties }),
    );
    session.created(`${type} ${id}`, () => hubspot.remove(`/crm/objects/2026-03/${type}/${id}`));
    return id;
  };
  const ids = { first: `cus_Contract${runId}A`, second: `pi_Contract${runId}B` };
  const deal = objectOf('a deal', async () => ({
    id: await create('deals', {
      dealname: `Contract check ${runId}`,
      [IDS_PROPERTY]: `${ids.first},${ids.second}`,
    }),
    ids,
  }));
  /** With one id alone, and nothing associated. */
  const otherDeal = objectOf('another deal', async () => ({
    id: await create('deals', { dealname: `Contract check ${runId}`, [IDS_PROPERTY]: ids.first }),
  }));
  const emailOf = (name: string): string => `contract.check.${name}.${runId}@example.com`;
  const contact = objectOf('a contact', async () => {
    const email = emailOf('payer');
    const id = await create('contacts', { email, lastname: 'Contract check' });
    const { id: dealId } = await deal();
    await hubspot.ask(
      'PUT',
      `/crm/objects/2026-03/deals/${dealId}/associations/default/contacts/${id}`,
    );
    return { id, email };
  });
  const companiesOfDeal = objectOf('two companies of a deal', async () => {
    const { id: dealId } = await deal();
    const ids: string[] = [];
    for (const name of ['First', 'Second']) {
      const id = await create('companies', { name: `Contract check ${name} ${runId}` });
      const pair = `deals/${dealId}/associations/default/companies/${id}`;
      await hubspot.ask('PUT', `/crm/objects/2026-03/${pair}`);
      ids.push(id);
    }
    return ids;
  });
  const mergeByOldPath = (type: TypeName, both: object) =>
    hubspot.send('POST', `/crm/objects/2026-03/${type}/merge`, both);
  /** Merges two new records: a new one with a new id, in which the first one's values win. */
  const merge = async (type: TypeName, first: Values, second: Values) => {
    const primaryObjectId = await create(type, first);
    const objectIdToMerge = await create(type, second);
    const both = { primaryObjectId, objectIdToMerge };
    const dated = await hubspot.send('POST', `/crm/objects/${DATED}/${type}/merge`, both);
    const { body } = dated.status === 404 ? await mergeByOldPath(type, both) : dated;
    const { id } = shapes.record.parse(body);
    session.created(`${type} ${id}`, () => hubspot.remove(`/crm/objects/2026-03/${type}/${id}`));
    return { id, merged: [primaryObjectId, objectIdToMerge] };
  };
  const mergedContact = objectOf('a merge of two contacts', async () => {
    const [email, additional] = [emailOf('first'), emailOf('second')];
    const name = { lastname: 'Contract check merged' };
    return {
      ...(await merge('contacts', { ...name, email }, { ...name, email: additional })),
      email,
      additional,
    };
  });
  const mergedCompany = objectOf('a merge of two companies', async () => {
    const [domain, additional] = [`one-${runId}.example.com`, `two-${runId}.example.com`];
    const name = { name: 'Contract check' };
    return {
      ...(await merge('companies', { ...name, domain }, { ...name, domain: additional })),
      domain,
      additional,
    };
  });
  return {
    made,
    prepared,
    create,
    deal,
    otherDeal,
    contact,
    companiesOfDeal,
    mergedContact,
    mergedCompany,
  };
}

/** HubSpot refuses to remove a group that has properties. */
export async function removeGroup(hubspot: HubSpot, type: TypeName): Promise<void> {
  const properties = `/crm/properties/2026-03/${type}`;
  const { results } = shapes.propertyPage.parse(await hubspot.ask('GET', properties));
  const ours = results.filter(({ groupName }) => groupName === GROUP.name);
  for (const { name } of ours) await hubspot.remove(`${properties}/${name}`);
  await hubspot.remove(`${properties}/groups/${GROUP.name}`);
}

export const createHubSpotStage = (parts: StageParts): HubSpotStage => ({
  ...parts,
  ...createObjects(parts),
});

import type { z } from 'zod';
import type { Checks, Outcome } from '../check.ts';
import { differs, holds, holdsIf } from '../check.ts';
import * as shapes from './shapes.ts';
import type { HubSpotStage } from './stage.ts';
import { DATED, IDS_PROPERTY } from './stage.ts';

const UNKNOWN_PROPERTY = 'contract_check_unknown';
/** Ids of records count up from small numbers; no account has this one. */
const UNKNOWN_ID = '999999999999';

/** What is missing or of another type in an answer; undefined where all fits. */
const mismatchOf = (shape: z.ZodType, body: unknown): string | undefined =>
  shape
    .safeParse(body)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');

export const fits = (shape: z.ZodType, body: unknown, seen = ''): Outcome => {
  const mismatch = mismatchOf(shape, body);
  return mismatch === undefined ? holds(seen) : differs(mismatch);
};

/** A dated path that answers in the shape of the one that the product reads today. */
async function atDatedPath(
  { hubspot }: HubSpotStage,
  shape: z.ZodType,
  path: string,
  body?: object,
): Promise<Outcome> {
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await hubspot.send(method, path, body);
  if (answer.status > 299) return differs(`${method} ${path}: ${String(answer.status)}`);
  return fits(shape, answer.body, `${method} ${path}`);
}

const idsIn = (text: string | null | undefined): readonly string[] =>
  (text ?? '').split(';').map((id) => id.trim());

export const recordChecks: Checks<HubSpotStage> = {
  async 'hubspot-empty-and-unknown'(stage) {
    const { id } = await stage.deal();
    const path = `/crm/objects/2026-03/deals/${id}?properties=description,${UNKNOWN_PROPERTY}`;
    const { properties } = shapes.record.parse(await stage.hubspot.ask('GET', path));
    const isEmptyNull = properties['description'] === null;
    const isUnknownAbsent = !Object.hasOwn(properties, UNKNOWN_PROPERTY);
    return holdsIf(
      isEmptyNull && isUnknownAbsent,
      `empty ${String(properties['description'])}, unknown ${isUnknownAbsent ? 'left out' : 'named'}`,
    );
  },
  async 'hubspot-createdate-iso'(stage) {
    const { id } = await stage.deal();
    const path = `/crm/objects/2026-03/deals/${id}?properties=createdate`;
    const { properties } = shapes.record.parse(await stage.hubspot.ask('GET', path));
    const { createdate } = properties;
    return holdsIf(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(createdate ?? ''), String(createdate));
  },
  async 'hubspot-clear-with-empty'(stage) {
    const id = await stage.made('a deal', () =>
      stage.create('deals', { dealname: 'Contract check', description: 'filled' }),
    );
    const path = `/crm/objects/2026-03/deals/${id}`;
    await stage.hubspot.ask('PATCH', path, { properties: { description: '' } });
    const { properties } = shapes.record.parse(
      await stage.hubspot.ask('GET', `${path}?properties=description`),
    );
    return holdsIf(properties['description'] === null, JSON.stringify(properties['description']));
  },
  async 'hubspot-write-unknown-property'(stage) {
    const { id } = await stage.deal();
    const properties = { [UNKNOWN_PROPERTY]: 'x' };
    const { status, body } = await stage.hubspot.send('PATCH', `/crm/objects/2026-03/deals/${id}`, {
      properties,
    });
    const envelope = shapes.errorEnvelope.safeParse(body);
    const code = envelope.data?.errors?.[0]?.code ?? 'no code';
    return holdsIf(status === 400 && code === 'PROPERTY_DOESNT_EXIST', `${String(status)} ${code}`);
  },
  async 'hubspot-deleted-listed'(stage) {
    const id = await stage.made('a deal', () => stage.create('deals', { dealname: 'Deleted' }));
    await stage.hubspot.remove(`/crm/objects/2026-03/deals/${id}`);
    // By ID it is beyond all others, as the newest record.
    const after = String(BigInt(id) - 1n);
    const path = `/crm/objects/2026-03/0-3?archived=true&properties=dealname&limit=100&after=${after}`;
    const { results } = shapes.deletedPage.parse(await stage.hubspot.ask('GET', path));
    const found = results.find((each) => each.id === id);
    const seen = `${found?.archivedAt ?? 'no archivedAt'}, ${found?.properties['dealname'] ?? 'no properties'}`;
    return holdsIf(
      found?.archivedAt !== undefined && found.properties['dealname'] === 'Deleted',
      seen,
    );
  },
  async 'hubspot-batch-read-missing'(stage) {
    const { id } = await stage.deal();
    const { status, body } = await stage.hubspot.send(
      'POST',
      '/crm/objects/2026-03/deals/batch/read',
      {
        inputs: [{ id }, { id: UNKNOWN_ID }],
        properties: ['dealname'],
        propertiesWithHistory: [],
      },
    );
    const { results, errors = [] } = shapes.recordBatch.parse(body);
    const categories = errors.map(({ category }) => category);
    return holdsIf(
      results.length === 1 && categories.every((category) => category === 'OBJECT_NOT_FOUND'),
      `${String(status)}, errors: ${categories.join(', ') || 'none'}`,
    );
  },
  async 'hubspot-association-none'(stage) {
    const [{ id }, { id: other }] = [
      await stage.contact().then(() => stage.deal()),
      await stage.otherDeal(),
    ];
    const path = '/crm/associations/2026-03/0-3/0-1/batch/read';
    const inputs = [{ id }, { id: other }];
    const { status, body } = await stage.hubspot.send('POST', path, { inputs });
    const { results, errors = [] } = shapes.associationBatch.parse(body);
    const categories = errors.map(({ category }) => category);
    return holdsIf(
      status === 207 && results.length === 1 && categories.join('') === 'OBJECT_NOT_FOUND',
      `${String(status)}, errors: ${categories.join(', ') || 'none'}`,
    );
  },
  async 'hubspot-association-ids'(stage) {
    const { id: contactId } = await stage.contact();
    const { id } = await stage.deal();
    const path = `/crm/objects/2026-03/0-3/${id}/associations/0-1?limit=500`;
    const { results } = shapes.associationPage.parse(await stage.hubspot.ask('GET', path));
    const [first] = results.map(({ toObjectId }) => toObjectId);
    return holdsIf(String(first) === contactId, `${typeof first} ${String(first)}`);
  },
  async 'hubspot-primary-company'(stage) {
    const { id } = await stage.deal();
    const companies = await stage.companiesOfDeal();
    const path = `/crm/objects/2026-03/0-3/${id}/associations/0-2`;
    const { results } = shapes.associationPage.parse(await stage.hubspot.ask('GET', path));
    const primary = results
      .filter(({ associationTypes }) => associationTypes.some(({ typeId }) => typeId === 5))
      .map(({ toObjectId }) => String(toObjectId));
    return holdsIf(
      results.length === 2 && primary.join('') === companies[0],
      `${String(results.length)} companies, primary: ${primary.join(', ') || 'none'}`,
    );
  },
  async 'hubspot-dated-objects'(stage) {
    const { id } = await stage.deal();
    return atDatedPath(stage, shapes.record, `/crm/objects/${DATED}/deals/${id}`);
  },
  async 'hubspot-dated-search'(stage) {
    const path = `/crm/objects/${DATED}/deals/search`;
    return atDatedPath(stage, shapes.searchPage, path, { filterGroups: [], limit: 1 });
  },
  async 'hubspot-dated-associations'(stage) {
    await stage.contact();
    const { id } = await stage.deal();
    const path = `/crm/objects/${DATED}/deals/${id}/associations/contacts`;
    return atDatedPath(stage, shapes.associationPage, path);
  },
  async 'hubspot-dated-association-batch'(stage) {
    await stage.contact();
    const { id } = await stage.deal();
    const path = `/crm/associations/${DATED}/deals/contacts/batch/read`;
    return atDatedPath(stage, shapes.associationBatch, path, { inputs: [{ id }] });
  },
  'hubspot-dated-properties': (stage) =>
    atDatedPath(stage, shapes.propertyPage, `/crm/properties/${DATED}/deals`),
  'hubspot-dated-account': (stage) =>
    atDatedPath(stage, shapes.accountDetails, `/account-info/${DATED}/details`),
  async 'hubspot-history-source'(stage) {
    const { id } = await stage.deal();
    const path = `/crm/objects/2026-03/deals/${id}?propertiesWithHistory=${IDS_PROPERTY}`;
    const read = shapes.history.safeParse(await stage.hubspot.ask('GET', path));
    const [newest] = read.data?.propertiesWithHistory[IDS_PROPERTY] ?? [];
    if (newest === undefined) return differs(read.error?.message ?? 'no version of the value');
    return holdsIf(newest.sourceType !== 'CRM_UI', `a write by the API has ${newest.sourceType}`);
  },
  async 'hubspot-merge-new-id'(stage) {
    const { id, merged } = await stage.mergedContact();
    const path = `?properties=hs_merged_object_ids,email`;
    const answers: string[] = [];
    for (const old of merged) {
      const answer = await stage.hubspot.send('GET', `/crm/objects/2026-03/contacts/${old}${path}`);
      answers.push(shapes.record.safeParse(answer.body).data?.id ?? String(answer.status));
    }
    const read = await stage.hubspot.ask('GET', `/crm/objects/2026-03/contacts/${id}${path}`);
    const listed = shapes.record.parse(read).properties['hs_merged_object_ids'];
    const isSo =
      !merged.includes(id) &&
      answers.every((answer) => answer === id) &&
      merged.every((old) => idsIn(listed).includes(old));
    return holdsIf(
      isSo,
      `new id ${id}; the old ids ${merged.join(', ')} answer ${answers.join(', ')}; listed ${String(listed)}`,
    );
  },
  async 'hubspot-merge-values'(stage) {
    const { id, email, additional } = await stage.mergedContact();
    const path = `/crm/objects/2026-03/contacts/${id}?properties=email,hs_additional_emails`;
    const { properties } = shapes.record.parse(await stage.hubspot.ask('GET', path));
    const others = properties['hs_additional_emails'];
    return holdsIf(
      properties['email'] === email && idsIn(others).includes(additional),
      `email ${String(properties['email'])}, hs_additional_emails ${String(others)}`,
    );
  },
  async 'hubspot-merge-history'(stage) {
    const { id, email, additional } = await stage.mergedContact();
    const path = `/crm/objects/2026-03/contacts/${id}?propertiesWithHistory=email`;
    const read = shapes.history.parse(await stage.hubspot.ask('GET', path));
    const values = read.propertiesWithHistory['email']?.map(({ value }) => value) ?? [];
    return holdsIf(values.includes(email) && values.includes(additional), values.join(', '));
  },
  async 'hubspot-additional-domains'(stage) {
    const { id, additional } = await stage.mergedCompany();
    const path = `/crm/objects/2026-03/companies/${id}?properties=domain,hs_additional_domains`;
    const { properties } = shapes.record.parse(await stage.hubspot.ask('GET', path));
    const others = properties['hs_additional_domains'];
    return holdsIf(idsIn(others).includes(additional), `hs_additional_domains ${String(others)}`);
  },
};

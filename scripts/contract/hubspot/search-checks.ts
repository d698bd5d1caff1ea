import type { Checks, Outcome } from '../check.ts';
import { differs, holds, holdsIf } from '../check.ts';
import { eventually } from '../session.ts';
import { fits } from './record-checks.ts';
import * as shapes from './shapes.ts';
import type { HubSpotStage, TypeName } from './stage.ts';
import { IDS_PROPERTY } from './stage.ts';

/** Search is behind by seconds. */
const SEARCH_LIMIT_MS = 60_000;
const MAX_BODY = 3_000;

interface Query {
  readonly query?: string;
  readonly filter?: {
    readonly propertyName: string;
    readonly operator: string;
    readonly value?: string;
    readonly values?: readonly string[];
  };
}

const searchPath = (type: TypeName): string => `/crm/objects/2026-03/${type}/search`;

const bodyOf = ({ query, filter }: Query) => ({
  ...(query === undefined ? {} : { query }),
  filterGroups: filter === undefined ? [] : [{ filters: [filter] }],
  limit: 100,
});

async function finds(
  { hubspot }: HubSpotStage,
  type: TypeName,
  query: Query,
  id: string,
): Promise<boolean> {
  const page = shapes.searchPage.parse(await hubspot.ask('POST', searchPath(type), bodyOf(query)));
  return page.results.some((record) => record.id === id);
}

/** Found within the time that HubSpot's index is behind. */
async function foundSoon(
  stage: HubSpotStage,
  type: TypeName,
  query: Query,
  id: string,
): Promise<Outcome> {
  const { session } = stage;
  const startMs = session.time.nowMs();
  const found = await eventually(session, `a search for ${id}`, SEARCH_LIMIT_MS, async () =>
    (await finds(stage, type, query, id)) ? true : undefined,
  );
  const seconds = String(Math.round((session.time.nowMs() - startMs) / 1_000));
  return found === undefined
    ? differs(`not found within ${seconds} s`)
    : holds(`found after ${seconds} s`);
}

const idsFilter = (operator: string, value: string) => ({
  filter: { propertyName: IDS_PROPERTY, operator, value },
});

export const searchChecks: Checks<HubSpotStage> = {
  async 'hubspot-search-shape'(stage) {
    const { id } = await stage.deal();
    const found = await foundSoon(stage, 'deals', { query: 'Contract check' }, id);
    if (found.status !== 'holds') return found;
    const body = bodyOf({ query: 'Contract check' });
    return fits(shapes.searchPage, await stage.hubspot.ask('POST', searchPath('deals'), body));
  },
  async 'hubspot-search-lag'(stage) {
    const name = `Contract check newest ${stage.session.runId}`;
    const id = await stage.made('a deal', () => stage.create('deals', { dealname: name }));
    const filter = { propertyName: 'dealname', operator: 'EQ', value: name };
    return foundSoon(stage, 'deals', { filter }, id);
  },
  async 'hubspot-contains-token'(stage) {
    const { id, ids } = await stage.deal();
    return foundSoon(stage, 'deals', idsFilter('CONTAINS_TOKEN', ids.second), id);
  },
  async 'hubspot-in-lower-case'(stage) {
    const { id } = await stage.otherDeal();
    const { ids } = await stage.deal();
    const values = [ids.first.toLowerCase()];
    const filter = { propertyName: IDS_PROPERTY, operator: 'IN', values };
    return foundSoon(stage, 'deals', { filter }, id);
  },
  async 'hubspot-search-body-limit'(stage) {
    const values = Array.from({ length: 150 }, (_, part) => `cus_contractcheck${String(part)}`);
    const filter = { propertyName: 'dealname', operator: 'IN', values };
    const body = bodyOf({ filter });
    const { status } = await stage.hubspot.send('POST', searchPath('deals'), body);
    const length = JSON.stringify(body).length;
    return holdsIf(
      status === 400 && length > MAX_BODY,
      `${String(length)} characters: ${String(status)}`,
    );
  },
  async 'hubspot-search-unknown-property'(stage) {
    const filter = { propertyName: 'contract_check_unknown', operator: 'HAS_PROPERTY' };
    const { status, body } = await stage.hubspot.send(
      'POST',
      searchPath('deals'),
      bodyOf({ filter }),
    );
    const { message } = shapes.errorEnvelope.parse(body);
    return holdsIf(status === 400, `${String(status)} ${message}`);
  },
  async 'hubspot-search-by-id'(stage) {
    const { id: first } = await stage.deal();
    const { id: second } = await stage.otherDeal();
    const filter = {
      propertyName: 'hs_object_id',
      operator: 'GT',
      value: String(Number(first) - 1),
    };
    const found = await foundSoon(stage, 'deals', { filter }, second);
    if (found.status !== 'holds') return found;
    const sorts = [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }];
    const body = { ...bodyOf({ filter }), sorts };
    const answer = await stage.hubspot.ask('POST', searchPath('deals'), body);
    const ids = shapes.searchPage.parse(answer).results.map(({ id }) => Number(id));
    const isInOrder = ids.every((id, at) => id > (ids[at - 1] ?? Number(first) - 1));
    return holdsIf(isInOrder && ids.length > 1, ids.slice(0, 5).join(', '));
  },
  async 'hubspot-query-additional-emails'(stage) {
    const { id, additional } = await stage.mergedContact();
    return foundSoon(stage, 'contacts', { query: additional }, id);
  },
  async 'hubspot-query-additional-domains'(stage) {
    const { id, additional } = await stage.mergedCompany();
    return foundSoon(stage, 'companies', { query: additional }, id);
  },
  async 'hubspot-filter-additional-emails'(stage) {
    const { id, additional } = await stage.mergedContact();
    const filter = {
      propertyName: 'hs_additional_emails',
      operator: 'CONTAINS_TOKEN',
      value: additional,
    };
    return foundSoon(stage, 'contacts', { filter }, id);
  },
  async 'hubspot-email-filter-primary-only'(stage) {
    const { id, email, additional } = await stage.mergedContact();
    const byEmail = (value: string): Query => ({
      filter: { propertyName: 'email', operator: 'EQ', value },
    });
    const primary = await foundSoon(stage, 'contacts', byEmail(email), id);
    if (primary.status !== 'holds') return primary;
    const isFound = await finds(stage, 'contacts', byEmail(additional), id);
    return holdsIf(!isFound, `by its additional email ${isFound ? 'found' : 'not found'}`);
  },
};

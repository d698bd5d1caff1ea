import { answerSearches } from './worker-scope.ts';
import type { OpenExtension } from './extension-life.tsx';
import { openExtension } from './extension-life.tsx';
import type { FetchCrmSearchRequest } from '@hubspot/ui-extensions';
import { LoadingButton } from '@hubspot/ui-extensions';
import type { Renderer } from '@hubspot/ui-extensions/testing';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import type { SavedProperties } from '../builders/saved-properties.ts';
import { unsyncedProperties } from '../builders/saved-properties.ts';
import type { ValueStore } from './value-store.ts';
import { valueStore } from './value-store.ts';
import '../../src/app/cards/DealPayments.tsx';
import '../../src/app/cards/ContactPayments.tsx';
import '../../src/app/cards/CompanyPayments.tsx';
import '../../src/app/cards/PaymentSidebar.tsx';
import '../../src/app/cards/StripeActions.tsx';

export { effects, NEVER } from './extension-life.tsx';

/** The cards in the order of their imports above, which is that of their registration. */
const CARDS = ['deal', 'contact', 'company', 'sidebar'] as const;

/** Of the card that acts. */
export const ACTIONS_CARD = CARDS.length;

export type CardName = (typeof CARDS)[number];

type Saved = SavedProperties | 'loading';

export interface CardOptions {
  /** What the record holds; `loading` while HubSpot has not said. */
  readonly saved?: Saved;
  /** Answers of the functions in the order of their calls; further calls are not answered. */
  readonly reads?: readonly unknown[];
  readonly syncs?: readonly unknown[];
  readonly links?: readonly unknown[];
  readonly payments?: readonly unknown[];
  /** HubSpot's id of the record's type, for the sidebar: `0-3` is a deal. */
  readonly objectTypeId?: string;
  /** Names of records that the user may see, by their ids. */
  readonly names?: Readonly<Record<string, string>>;
  /** The user's, as HubSpot tells them: `en-us`, `it`. */
  readonly locale?: string;
  readonly language?: string;
}

export interface CardPage extends Renderer<'crm.record.tab'>, OpenExtension {
  /** HubSpot tells new property values, after an edit or a write. */
  readonly setSaved: (saved: Saved) => void;
  readonly clickSync: () => void;
  /** What was asked of HubSpot's search so far. */
  readonly searches: readonly FetchCrmSearchRequest[];
}

function mockHooks(
  renderer: Renderer<'crm.record.tab'>,
  saved: ValueStore<Saved>,
  { locale = 'en-us', language, objectTypeId = '0-3' }: CardOptions,
): void {
  const { useCrmProperties, context } = renderer.mocks;
  useCrmProperties.willCall(() => {
    const now = saved.use();
    return {
      properties: now === 'loading' ? {} : { ...now },
      error: null,
      isLoading: now === 'loading',
      isRefetching: false,
      refetch: () => Promise.resolve(),
    };
  });
  Object.assign(context.user, { locale, language });
  Object.assign(context.crm, { objectTypeId, objectId: 1 });
  Object.assign(context.portal, { id: 42, timezone: 'Europe/Rome' });
  Object.assign(context, { extension: { appId: 77, appName: 'Stripe payments' } });
}

/** HubSpot's search by id, of the records that the user may see. */
function answerNames(names: Readonly<Record<string, string>>): readonly FetchCrmSearchRequest[] {
  const searches: FetchCrmSearchRequest[] = [];
  answerSearches((request) => {
    searches.push(request);
    const { properties = [], filterGroups = [] } = request;
    const wanted = filterGroups
      .flatMap(({ filters }) => filters)
      .flatMap(({ values = [] }) => values);
    const results = wanted.map(String).flatMap((id) => {
      const name = names[id];
      const [property = ''] = properties;
      return name === undefined ? [] : [{ objectId: Number(id), properties: { [property]: name } }];
    });
    return Promise.resolve({ results, total: results.length, hasMore: false });
  });
  return searches;
}

/** A card's entry, rendered on a record by HubSpot's testing kit. */
export function openCard(card: CardName, options: CardOptions = {}): CardPage {
  const { reads = [], syncs = [], links = [], payments = [] } = options;
  const saved = valueStore<Saved>(options.saved ?? unsyncedProperties());
  const renderer = createRenderer('crm.record.tab');
  mockHooks(renderer, saved, options);
  const searches = answerNames(options.names ?? {});
  const extension = openExtension(renderer, CARDS.indexOf(card), {
    'get-payments': reads,
    'sync-payments': syncs,
    'link-payments': links,
    'get-payment': payments,
  });
  return Object.assign(extension, renderer, {
    searches,
    setSaved: saved.set,
    clickSync: () => {
      renderer.findByTestId(LoadingButton, 'sync-now').trigger('onClick');
    },
  });
}

/** The deal's card on deal 1. */
export const openDealCard = (options: CardOptions = {}): CardPage => openCard('deal', options);

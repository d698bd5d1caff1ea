import type { OpenExtension } from '../cards/extension-life.tsx';
import { effects, NEVER, openExtension } from '../cards/extension-life.tsx';
import { answerSearches } from '../cards/worker-scope.ts';
import type { CrmSearchResultItem, FetchCrmSearchRequest } from '@hubspot/ui-extensions';
import { Button, LoadingButton } from '@hubspot/ui-extensions';
import type { Renderer } from '@hubspot/ui-extensions/testing';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { checked } from '../builders/setup-replies.ts';
import '../../src/app/pages/AppPage.tsx';

export { effects, NEVER } from '../cards/extension-life.tsx';

export type SearchRequest = FetchCrmSearchRequest;

/** What HubSpot's search knows of a query at the moment. */
export type Found = readonly CrmSearchResultItem[] | 'searching' | Error;

export interface PageOptions {
  /** Answers of the functions in the order of their calls; further calls are not answered. */
  readonly checks?: readonly unknown[];
  readonly changes?: readonly unknown[];
  readonly previews?: readonly unknown[];
  readonly healths?: readonly unknown[];
  readonly steps?: readonly unknown[];
  readonly actions?: readonly unknown[];
  readonly search?: (request: SearchRequest) => Found;
  /** The user's, as HubSpot tells them: `en-us`, `it`. */
  readonly locale?: string;
  readonly language?: string;
  readonly timeZone?: string;
  /** Of the profile that the app was uploaded with. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Of the user, as HubSpot names them; default: HubSpot tells none. */
  readonly permissions?: readonly string[];
  /** Below the app page's own address. */
  readonly path?: string;
}

export interface SetupPage extends Renderer<'pages'>, OpenExtension {
  /** Every request that the search was asked, in its order. */
  readonly searches: readonly SearchRequest[];
  /** Clicks as a person can: a disabled button is not clicked. */
  readonly click: (testId: string) => Promise<void>;
  readonly isEnabled: (testId: string) => boolean;
}

function answerSearch(search: (request: SearchRequest) => Found): readonly SearchRequest[] {
  const searches: SearchRequest[] = [];
  answerSearches(async (request) => {
    searches.push(request);
    const found = search(request);
    if (found instanceof Error) return found;
    if (found === 'searching') return NEVER;
    return { results: [...found], total: found.length, hasMore: false };
  });
  return searches;
}

function mockContext({ mocks }: Renderer<'pages'>, options: PageOptions): void {
  const { locale = 'en-us', language, timeZone = 'Europe/Rome', variables, path } = options;
  const { permissions } = options;
  Object.assign(mocks.context.user, { locale, language, permissions });
  Object.assign(mocks.context.portal, { id: 42, timezone: timeZone });
  Object.assign(mocks.context, { variables });
  if (path !== undefined) mocks.setPageLocation({ path, params: {} });
}

function buttonIn(renderer: Renderer<'pages'>, testId: string) {
  const button =
    renderer.maybeFind(Button, { testId }) ?? renderer.maybeFind(LoadingButton, { testId });
  if (button === null) throw new Error(`There is no button ${testId}.`);
  return button;
}

/** The app page, rendered by HubSpot's testing kit. */
export function openPage(options: PageOptions = {}): SetupPage {
  const { checks = [checked()], changes = [], previews = [], search = () => [] } = options;
  const { healths = [], steps = [], actions = [] } = options;
  const renderer = createRenderer('pages');
  const searches = answerSearch(search);
  mockContext(renderer, options);
  const extension = openExtension(renderer, 0, {
    'check-setup': checks,
    'apply-setup': changes,
    'preview-sync': previews,
    'check-health': healths,
    'sync-range': steps,
    'manage-billing': actions,
  });
  const isEnabled = (testId: string): boolean => buttonIn(renderer, testId).props.disabled !== true;
  return Object.assign(extension, renderer, {
    searches,
    isEnabled,
    click: async (testId: string) => {
      if (!isEnabled(testId)) throw new Error(`${testId} is disabled.`);
      buttonIn(renderer, testId).trigger('onClick');
      await effects();
    },
  });
}

/** The page once its first check has come. */
export async function openChecked(options: PageOptions = {}): Promise<SetupPage> {
  const page = openPage(options);
  await page.shows(/Checked|Controllato/);
  return page;
}

import type { MiddlewareHandler } from 'hono';
import { HubSpotApiError } from '../model/api-error.ts';
import type { SandboxClock } from '../../http/clock.ts';
import { createRateWindow } from '../../http/rate-window.ts';
import type { HubSpotContext, HubSpotEnvironment } from './environment.ts';

/** Figures of HubSpot's usage guidelines; 100 in ten seconds on Free and Starter. */
interface RateLimitSettings {
  readonly enabled: boolean;
  readonly perTenSeconds: number;
  readonly searchPerSecond: number;
  readonly daily: number;
}

export interface RateLimits {
  readonly settings: RateLimitSettings;
  change(patch: Partial<RateLimitSettings>): void;
  readonly middleware: MiddlewareHandler<HubSpotEnvironment>;
}

const USUAL_LIMITS: RateLimitSettings = {
  enabled: true,
  perTenSeconds: 190,
  searchPerSecond: 5,
  daily: 625_000,
};

const TEN_SECONDS_MS = 10_000;
const SECOND_MS = 1_000;
/** Sent for compatibility only: HubSpot no longer enforces them outside search. */
const SECONDLY = '19';
const SECONDLY_REMAINING = '18';

const rateLimited = (policyName: string): HubSpotApiError =>
  new HubSpotApiError(429, {
    message: `You have reached your ${policyName.toLowerCase()} limit.`,
    errorType: 'RATE_LIMIT',
    policyName,
    groupName: 'publicapi:private-apps-api-calls',
  });

/** The daily count is the account's and starts again at midnight in the account's time zone. */
function createDailyCount(clock: SandboxClock, timeZone: string) {
  const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  let day = '';
  let used = 0;
  const today = (): void => {
    const now = dayFormat.format(clock.nowMs());
    if (now !== day) used = 0;
    day = now;
  };
  return {
    used: () => {
      today();
      return used;
    },
    add: () => {
      today();
      used += 1;
    },
  };
}

export function createRateLimits(
  clock: SandboxClock,
  timeZone: string,
  monotonicNowMs: () => number,
): RateLimits {
  let settings = USUAL_LIMITS;
  const window = createRateWindow(monotonicNowMs);
  const daily = createDailyCount(clock, timeZone);

  const count = (token: string, isSearch: boolean): void => {
    if (!settings.enabled) return;
    if (daily.used() >= settings.daily) throw rateLimited('DAILY');
    if (isSearch && !window.hit('search', settings.searchPerSecond, SECOND_MS)) {
      throw rateLimited('SECONDLY');
    }
    if (!window.hit(token, settings.perTenSeconds, TEN_SECONDS_MS)) {
      throw rateLimited('TEN_SECONDLY_ROLLING');
    }
    daily.add();
  };
  const addHeaders = (context: HubSpotContext, token: string): void => {
    const remaining = window.remaining(token, settings.perTenSeconds, TEN_SECONDS_MS);
    context.header('X-HubSpot-RateLimit-Daily', String(settings.daily));
    context.header('X-HubSpot-RateLimit-Daily-Remaining', String(settings.daily - daily.used()));
    context.header('X-HubSpot-RateLimit-Interval-Milliseconds', String(TEN_SECONDS_MS));
    context.header('X-HubSpot-RateLimit-Max', String(settings.perTenSeconds));
    context.header('X-HubSpot-RateLimit-Remaining', String(remaining));
    context.header('X-HubSpot-RateLimit-Secondly', SECONDLY);
    context.header('X-HubSpot-RateLimit-Secondly-Remaining', SECONDLY_REMAINING);
  };

  return {
    get settings() {
      return settings;
    },
    change(patch) {
      settings = { ...settings, ...patch };
      window.clear();
    },
    async middleware(context, next) {
      const token = context.get('accessToken');
      const isSearch = context.req.path.endsWith('/search');
      try {
        count(token, isSearch);
        await next();
      } finally {
        // Search answers carry none of these headers.
        if (!isSearch) addHeaders(context, token);
      }
    },
  };
}

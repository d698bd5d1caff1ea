import type { Hono } from 'hono';
import type { HubSpotContext, HubSpotEnvironment } from './environment.ts';
import { htmlAnswer } from './html-answer.ts';

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}$`);

/** 405 where another method is served at the path, otherwise 404: both HTML, as HubSpot's are. */
export function answerUnknownPath(
  api: Hono<HubSpotEnvironment>,
): (context: HubSpotContext) => Response {
  const served = api.routes
    .filter((route) => route.method !== 'ALL')
    .map((route) => patternOf(route.path));
  return (context) =>
    served.some((pattern) => pattern.test(context.req.path))
      ? htmlAnswer(405, 'Method Not Allowed')
      : htmlAnswer(404, 'Not Found');
}

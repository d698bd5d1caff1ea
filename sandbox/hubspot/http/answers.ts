import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HubSpotApiError } from '../model/api-error.ts';
import type { HubSpotContext, HubSpotEnvironment } from './environment.ts';

/** A refusal in HubSpot's envelope; anything else is a fault of the stand-in and says so as a 500. */
export function answerError(error: Error, context: HubSpotContext): Response {
  const correlationId = context.get('correlationId');
  if (error instanceof HTTPException) return error.getResponse();
  if (!(error instanceof HubSpotApiError)) {
    const message = `The HubSpot stand-in failed: ${error.message}`;
    return context.json({ status: 'error', message, correlationId }, 500);
  }
  const { message, ...rest } = error.body;
  const envelope = { status: 'error', message, correlationId, ...rest };
  const body = error.isNested
    ? { status: 'error', message: JSON.stringify(envelope), correlationId }
    : envelope;
  return context.json(body, error.status);
}

/** What the servlet container in front of HubSpot's APIs answers, before any API code runs. */
export function htmlAnswer(status: ContentfulStatusCode, reason: string): Response {
  const title = `Error ${String(status)} ${reason}`;
  const head = `<head>\n<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>\n<title>${title}</title>\n</head>`;
  const body = `<body><h2>HTTP ERROR ${String(status)} ${reason}</h2>\n</body>`;
  return new Response(`<html>\n${head}\n${body}\n</html>\n`, {
    status,
    headers: { 'content-type': 'text/html;charset=utf-8' },
  });
}

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

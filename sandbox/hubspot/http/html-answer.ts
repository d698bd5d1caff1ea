import type { ContentfulStatusCode } from 'hono/utils/http-status';

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

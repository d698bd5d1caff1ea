import { controlErrorAnswer } from '../../http/control-error.ts';
import { HubSpotApiError } from '../api-error.ts';

/** What HubSpot's screens refuse keeps its status; what is no request of them is a 400. */
export function answerControlError(error: Error): Response {
  if (!(error instanceof HubSpotApiError)) return controlErrorAnswer(error);
  const { message, subCategory } = error.body;
  return Response.json({ error: message, subCategory }, { status: error.status });
}

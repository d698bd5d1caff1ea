import { Hono } from 'hono';
import { controlErrorAnswer } from '../../http/control-error.ts';
import { accountChangeSchema } from '../account/account-change.ts';
import type { AccountState } from '../account/account-state.ts';
import { SITUATIONS } from '../account/situations.ts';
import { formatAccount } from '../formatters/account.ts';

/** What Stripe thinks of the business: answers with the account as a full key sees it. */
export function createAccountControl(account: AccountState): Hono {
  const routes = new Hono();
  const shown = (): Response =>
    Response.json({ situations: SITUATIONS, account: formatAccount(account.row, true) });
  routes.get('/account', shown);
  routes.put('/account', async (context) => {
    account.change(accountChangeSchema.parse(await context.req.json()));
    return shown();
  });
  routes.onError(controlErrorAnswer);
  return routes;
}

import type {
  CrmCheck,
  CheckResult,
  ScopeCheck,
  SetupReport,
  TerminalTexts,
} from '@stripe-payments/core';
import { crmAccountText, problemText, recordCounts } from '@stripe-payments/core';
import type { Block, Row } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';

const namesOf = (scopes: readonly ScopeCheck[], status: ScopeCheck['status']): string =>
  scopes
    .filter((scope) => scope.status === status)
    .map(({ name }) => name)
    .join(', ');

function accountRows({ account }: CrmCheck, texts: TerminalTexts): readonly Row[] {
  const words = texts.setup.crm;
  if (!account.isReadable) {
    return [{ label: words.portal, text: problemText(account.error, texts), tone: 'attention' }];
  }
  const { currency, additionalCurrencies, timeZone } = account;
  return [
    { label: words.portal, text: crmAccountText(account, texts) },
    { label: words.timeZone, text: timeZone },
    { label: words.currencies, text: [currency, ...additionalCurrencies].join(', ') },
  ];
}

function scopeBlocks(scopes: readonly ScopeCheck[], { setup }: TerminalTexts): readonly Block[] {
  const words = setup.crm;
  const missing = namesOf(scopes, 'missing');
  const unknown = namesOf(scopes, 'unknown');
  return [
    ...(missing === ''
      ? []
      : [
          paragraph(words.missingScopes(missing), { depth: 1, tone: 'bad' }),
          paragraph(words.reinstall, { depth: 1 }),
        ]),
    ...(unknown === '' ? [] : [paragraph(words.unknownScopes(unknown), { depth: 1 })]),
  ];
}

/** Records whose figures are of the mode that the key is not for. */
function otherModeBlocks(
  { records }: CrmCheck,
  mode: 'live' | 'test' | null,
  texts: TerminalTexts,
): readonly Block[] {
  const { crm: words, modes } = texts.setup;
  if (!records.isReadable) {
    return [paragraph(problemText(records.error, texts), { depth: 1, tone: 'attention' })];
  }
  const counts = recordCounts(records.counts, 'ofOtherMode', texts);
  if (counts === '' || mode === null) return [];
  const other = modes[mode === 'live' ? 'test' : 'live'];
  return [
    paragraph(`${words.otherModeTitle(other)}: ${words.otherMode(counts)}`, {
      depth: 1,
      tone: 'attention',
    }),
  ];
}

function grantedBlocks(
  crm: CrmCheck,
  mode: 'live' | 'test' | null,
  texts: TerminalTexts,
): readonly Block[] {
  const words = texts.setup.crm;
  const { scopes } = crm;
  const granted = scopes.filter(({ status }) => status === 'granted').length;
  const scopesRow: Row = { label: words.scopes, text: words.scopesOf(granted, scopes.length) };
  return [
    { kind: 'rows', rows: [...accountRows(crm, texts), scopesRow] },
    ...scopeBlocks(scopes, texts),
    ...otherModeBlocks(crm, mode, texts),
  ];
}

/** The HubSpot account, and what it grants the app. */
export function crmBlocks(
  crm: CheckResult<CrmCheck>,
  stripeKey: SetupReport['stripeKey'],
  texts: TerminalTexts,
): readonly Block[] {
  if (!crm.isReadable) return [paragraph(problemText(crm.error, texts), { depth: 1, tone: 'bad' })];
  return grantedBlocks(crm, stripeKey.status === 'usable' ? stripeKey.mode : null, texts);
}

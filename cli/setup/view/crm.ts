import type {
  CrmCheck,
  CheckResult,
  ScopeCheck,
  SetupReport,
  TerminalTexts,
} from '@stripe-payments/core';
import { crmAccountText, failureParagraph, recordCounts } from '@stripe-payments/core';
import type { Block, Row } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';

const namesOf = (scopes: readonly ScopeCheck[], status: ScopeCheck['status']): string =>
  scopes
    .filter((scope) => scope.status === status)
    .map(({ name }) => name)
    .join(', ');

function accountRows({ account }: CrmCheck, texts: TerminalTexts): readonly Row[] {
  const labels = texts.setup.crm;
  if (!account.isReadable) {
    return [
      { label: labels.portal, text: failureParagraph(account.error, texts), tone: 'attention' },
    ];
  }
  const { currency, additionalCurrencies, timeZone } = account;
  return [
    { label: labels.portal, text: crmAccountText(account, texts) },
    { label: labels.timeZone, text: timeZone },
    { label: labels.currencies, text: [currency, ...additionalCurrencies].join(', ') },
  ];
}

function scopeBlocks({ account, scopes }: CrmCheck, terminal: TerminalTexts): readonly Block[] {
  const texts = terminal.setup.crm;
  const missing = namesOf(scopes, 'missing');
  const unknown = namesOf(scopes, 'unknown');
  return [
    ...(missing === ''
      ? []
      : [
          paragraph(texts.missingScopes(missing), { depth: 1, tone: 'bad' }),
          paragraph(
            texts.reinstall(account.isReadable ? String(account.portalId) : '<account-id>'),
            { depth: 1 },
          ),
        ]),
    ...(unknown === '' ? [] : [paragraph(texts.unknownScopes(unknown), { depth: 1 })]),
  ];
}

/** Records whose figures are of the mode that the key is not for. */
function otherModeBlocks(
  { records }: CrmCheck,
  mode: 'live' | 'test' | null,
  texts: TerminalTexts,
): readonly Block[] {
  const { crm: labels, modes } = texts.setup;
  if (!records.isReadable) {
    return [paragraph(failureParagraph(records.error, texts), { depth: 1, tone: 'attention' })];
  }
  const counts = recordCounts(records.counts, 'ofOtherMode', texts);
  if (counts === '' || mode === null) return [];
  const other = modes[mode === 'live' ? 'test' : 'live'];
  return [
    paragraph(`${labels.otherModeTitle(other)}: ${labels.otherMode(counts)}`, {
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
  const labels = texts.setup.crm;
  const { scopes } = crm;
  const granted = scopes.filter(({ status }) => status === 'granted').length;
  const scopesRow: Row = { label: labels.scopes, text: labels.scopesOf(granted, scopes.length) };
  return [
    { kind: 'rows', rows: [...accountRows(crm, texts), scopesRow] },
    ...scopeBlocks(crm, texts),
    ...otherModeBlocks(crm, mode, texts),
  ];
}

/** The HubSpot account, and what it grants the app. */
export function crmBlocks(
  crm: CheckResult<CrmCheck>,
  stripeKey: SetupReport['stripeKey'],
  texts: TerminalTexts,
): readonly Block[] {
  if (!crm.isReadable)
    return [paragraph(failureParagraph(crm.error, texts), { depth: 1, tone: 'bad' })];
  return grantedBlocks(crm, stripeKey.status === 'usable' ? stripeKey.mode : null, texts);
}

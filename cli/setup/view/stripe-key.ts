import type {
  PermissionCheck,
  StripeKeyCheck,
  StripePermission,
  TerminalTexts,
} from '@stripe-payments/core';
import {
  createKeyUrl,
  isRequiredPermission,
  PERMISSION_NAMES,
  failureParagraph,
  STRIPE_PERMISSIONS,
} from '@stripe-payments/core';
import type { Block, Row } from '../../terminal/block.ts';
import { paragraph } from '../../terminal/block.ts';
import { isPassing } from '../exit-code.ts';

type UsableKey = Extract<StripeKeyCheck, { readonly status: 'usable' }>;

function permissionName(permission: StripePermission, { setup }: TerminalTexts): string {
  const name = PERMISSION_NAMES[permission];
  return isRequiredPermission(permission) ? name : `${name} (${setup.stripeKey.optional})`;
}

/** How to create the right key: links with the permissions preselected, and their list. */
export function keyGuide(
  modes: readonly ('live' | 'test')[],
  texts: TerminalTexts,
): readonly Block[] {
  const labels = texts.setup.stripeKey;
  const links = { live: labels.createLive, test: labels.createTest };
  const names = STRIPE_PERMISSIONS.map((permission) => permissionName(permission, texts));
  return [
    { kind: 'gap' },
    paragraph(labels.howToTitle, { depth: 1, tone: 'strong' }),
    ...modes.flatMap((mode) => [
      paragraph(`${links[mode]}:`, { depth: 1 }),
      paragraph(createKeyUrl(mode), { depth: 2, tone: 'faint' }),
    ]),
    paragraph(labels.linkNote, { depth: 1 }),
    paragraph(`${names.join(', ')}.`, { depth: 2 }),
    paragraph(labels.writeNote, { depth: 1 }),
    paragraph(texts.terminal.thenKey, { depth: 1 }),
  ];
}

function permissionRow({ permission, status, detail }: PermissionCheck, texts: TerminalTexts): Row {
  const label = permissionName(permission, texts);
  const consequence = texts.setup.stripeKey.without[permission];
  if (status === 'unknown' && detail !== undefined) {
    return { label, text: `${consequence} (${detail})`, tone: 'attention' };
  }
  return { label, text: consequence, tone: isRequiredPermission(permission) ? 'bad' : 'attention' };
}

function wanting(
  permissions: readonly PermissionCheck[],
  status: 'missing' | 'unknown',
  texts: TerminalTexts,
): readonly Block[] {
  const rows = permissions
    .filter((check) => check.status === status)
    .map((check) => permissionRow(check, texts));
  if (rows.length === 0) return [];
  const labels = texts.setup.stripeKey;
  const [title, step] =
    status === 'missing'
      ? [labels.missingTitle, labels.missingStep]
      : [labels.untestedTitle, labels.untestedStep];
  return [
    { kind: 'gap' },
    paragraph(`${title}. ${labels.consequence}:`, { depth: 1, tone: 'strong' }),
    { kind: 'rows', rows, depth: 2 },
    paragraph(step, { depth: 1 }),
  ];
}

function usableBlocks(check: UsableKey, from: Row, texts: TerminalTexts): readonly Block[] {
  const labels = texts.setup.stripeKey;
  const { kind, mode, permissions } = check;
  const present = permissions.filter(({ status }) => status === 'present').length;
  const isWanting = present < permissions.length;
  const rows: readonly Row[] = [
    from,
    { label: labels.kind, text: labels.kinds[kind] },
    {
      label: labels.mode,
      text: texts.setup.modes[mode],
      tone: mode === 'test' ? 'attention' : 'strong',
    },
    { label: labels.permissions, text: labels.permissionsOf(present, permissions.length) },
  ];
  return [
    { kind: 'rows', rows },
    ...(kind === 'full'
      ? [paragraph(`${labels.fullTitle}. ${labels.full}`, { depth: 1, tone: 'attention' })]
      : []),
    ...wanting(permissions, 'missing', texts),
    ...wanting(permissions, 'unknown', texts),
    ...(isWanting || kind === 'full' ? keyGuide([mode], texts) : []),
  ];
}

/**
 * What the key is and may do; with how to make another where it will not do.
 * @param file in which it was found; null for the environment, undefined where there is none.
 */
export function stripeKeyBlocks(
  check: StripeKeyCheck,
  file: string | null | undefined,
  texts: TerminalTexts,
): readonly Block[] {
  const { terminal } = texts;
  const from: Row = { label: terminal.readFrom, text: file ?? terminal.theEnvironment };
  if (check.status === 'usable') return usableBlocks(check, from, texts);
  const problem = paragraph(failureParagraph(check.error, texts), { depth: 1, tone: 'bad' });
  return [
    ...(file === undefined ? [] : [{ kind: 'rows', rows: [from] } as const]),
    problem,
    ...(isPassing(check.error) ? [] : keyGuide(['test', 'live'], texts)),
  ];
}

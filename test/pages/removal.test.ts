import { openChecked } from './setup-page.tsx';
import { expect, test } from 'vitest';
import { crmCheck } from '../builders/setup-report.ts';
import { checked } from '../builders/setup-replies.ts';
import { fresh, propertiesOf } from '../builders/setup-states.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { isShown, textAt } from './texts-at.ts';

const open = (options: PageOptions = {}): Promise<SetupPage> =>
  openChecked({ checks: [checked(), checked()], ...options });

const counted = (...synced: readonly number[]) =>
  crmCheck({
    records: {
      isReadable: true,
      counts: (['deal', 'contact', 'company'] as const).map((objectType, index) => ({
        objectType,
        synced: synced[index] ?? 0,
        ofOtherMode: 0,
      })),
    },
  });

test.each([
  [
    'on how many records',
    counted(1_204, 12, 1),
    "This archives the app's properties and hides the figures on 1,204 deals, 12 contacts, 1 company.",
  ],
  [
    'on one kind of record',
    counted(0, 2),
    "This archives the app's properties and hides the figures on 2 contacts.",
  ],
  [
    'that there are none',
    counted(),
    "This archives the app's properties. No record has figures yet.",
  ],
  [
    'that they could not be counted',
    crmCheck({ records: { isReadable: false, error: { code: 'hubspot-rate-limited' } } }),
    "This archives the app's properties and hides the figures on all records.",
  ],
  [
    'that HubSpot could not be read',
    { isReadable: false, error: { code: 'hubspot-unreachable' } } as const,
    "This archives the app's properties and hides the figures on all records.",
  ],
])('says beforehand what is hidden: %s', async (_, crm, text) => {
  const page = await open({ checks: [checked({ crm })] });
  expect(textAt(page, 'hidden-by-removal')).toBe(text);
  expect(textAt(page, 'removal')).toContain('linked customers and assigned payments');
  expect(textAt(page, 'removal')).toContain('"Restore" on this page brings them back');
});

test('the page shows the command, and no button', async () => {
  const page = await open();
  expect(textAt(page, 'removal-command')).toContain('"npm run setup -- remove"');
  expect(isShown(page, 'remove')).toBe(false);
});

test("an account without the app's properties has nothing to remove", async () => {
  const page = await open({ checks: [checked({ properties: propertiesOf(fresh) })] });
  expect(textAt(page, 'removal')).toContain(
    "Nothing to remove: this account doesn't have any of the app's properties.",
  );
  expect(isShown(page, 'removal-command')).toBe(false);
});

test('unreadable definitions still show the command', async () => {
  const error = { code: 'hubspot-unreachable' } as const;
  const page = await open({ checks: [checked({ properties: { isReadable: false, error } })] });
  expect(isShown(page, 'removal-command')).toBe(true);
});

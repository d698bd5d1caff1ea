import { Tabs } from '@hubspot/ui-extensions';
import { describe, expect, test } from 'vitest';
import { healthy } from '../builders/health-report.ts';
import { fire } from '../cards/fire.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { effects, openPage } from './setup-page.tsx';
import { isShown, textAt } from './texts-at.ts';

async function openHealth(options: PageOptions): Promise<SetupPage> {
  const page = openPage(options);
  fire(page.find(Tabs), 'onSelectedChange', 'health');
  await effects();
  return page;
}

describe('webhook', () => {
  test.each([
    ['none', {}, 'Stripe has no endpoint for this app.'],
    ['other-secret', {}, "Stripe's endpoint has a URL of another key"],
    ['current', { missingEvents: ['charge.updated'] }, '1 event type is missing on the endpoint'],
    ['current', { isEnabled: false }, 'The endpoint is disabled in Stripe'],
    ['current', { extraEvents: ['*'] }, "gets events that the app doesn't need: *"],
  ] as const)('that is %s with %j shows what to put right', async (status, changes, text) => {
    const endpoint = {
      isReadable: true,
      ...{ status, isEnabled: true, missingEvents: [], extraEvents: [] },
      ...{ otherApiVersion: null, ...changes },
    } as const;
    const page = await openHealth({ healths: [healthy({ hasWebhook: true, endpoint })] });
    expect(textAt(page, 'drift')).toContain(text);
    expect(textAt(page, 'drift')).toContain('npm run webhook -- register www.example.com --apply');
  });

  test('that gets its events in another version of the API is right all the same', async () => {
    const endpoint = {
      isReadable: true,
      status: 'current',
      ...{ isEnabled: true, missingEvents: [], extraEvents: [] },
      otherApiVersion: '2024-06-20',
    } as const;
    const page = await openHealth({ healths: [healthy({ hasWebhook: true, endpoint })] });
    expect(isShown(page, 'drift')).toBe(false);
    expect(textAt(page, 'no-drift')).toContain('API version 2024-06-20');
  });

  test('that is not uploaded says how to switch it on, with the events to paste', async () => {
    const page = await openHealth({ healths: [healthy()] });
    expect(textAt(page, 'webhook')).toMatch(/npm run webhook -- on[^]*charge\.succeeded, /);
    expect(isShown(page, 'drift')).toBe(false);
  });
});

test.each([
  [true, 'is part of this upload'],
  [false, 'npm run workflow-action -- on'],
])('shows that the workflow action is uploaded (%s), or how to add it', async (isOn, text) => {
  const page = await openHealth({ healths: [healthy({ hasWorkflowAction: isOn })] });
  expect(textAt(page, 'workflow-action')).toContain(text);
});

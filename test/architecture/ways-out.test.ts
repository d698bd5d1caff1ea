import { expect, test } from 'vitest';
import { sourcesBelow, textOf } from './sources.ts';

const UI = ['actions', 'cards', 'pages', 'packages/ui'].flatMap((folder) =>
  sourcesBelow(`src/app/${folder}`),
);

const filesWith = (pattern: RegExp): readonly string[] =>
  UI.filter((file) => pattern.test(textOf(file)));

test('one component links out of cards and pages, and takes only URLs that core made or checked', () => {
  expect(filesWith(/\bhref\b|<Link\b|<Image\b|<Iframe\b/)).toEqual([
    'src/app/packages/ui/src/CheckedLink.tsx',
  ]);
  expect(textOf('src/app/packages/ui/src/CheckedLink.tsx')).toContain(
    'readonly url: CheckedUrl | null;',
  );
});

test('one hook copies to the clipboard, and only checked URLs', () => {
  expect(filesWith(/copyTextToClipboard/)).toEqual(['src/app/cards/invoices/use-copy-link.ts']);
  expect(textOf('src/app/cards/invoices/use-copy-link.ts')).toContain('(url: CheckedUrl)');
});

test('no card or page opens a frame, calls another server, or contains a URL of its own', () => {
  expect(filesWith(/openIframeModal|hubspot\s*\.\s*fetch|\bfetch\(|window|document/)).toEqual([]);
  expect(filesWith(/https?:\/\//)).toEqual([]);
});

test('no code casts a text to a checked URL', () => {
  const claiming = ['src', 'cli']
    .flatMap((folder) => sourcesBelow(folder))
    .filter((file) => /as CheckedUrl|: text is CheckedUrl/.test(textOf(file)));
  expect(claiming).toEqual(['src/app/packages/core/src/links/stripe-url.ts']);
});

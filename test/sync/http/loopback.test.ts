import { describe, expect, test } from 'vitest';
import { loopbackUrl } from '../../../src/app/packages/sync/src/http/loopback.ts';

describe('honours an address of this machine', () => {
  test.each([
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:4010/', 'http://localhost:4010'],
    ['https://localhost', 'https://localhost'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['HTTP://LOCALHOST:80', 'http://localhost'],
    ['http://127.1:4010', 'http://127.0.0.1:4010'],
    ['http://2130706433/', 'http://127.0.0.1'],
    // A backslash is a slash here, so the host ends before it.
    ['http://127.0.0.1\\@evil.example', 'http://127.0.0.1'],
    ['http://evil.example@127.0.0.1', 'http://127.0.0.1'],
  ])('%j is %s', (text, origin) => {
    expect(loopbackUrl(text)?.origin).toBe(origin);
  });
});

describe('ignores everything else', () => {
  test.each([
    undefined,
    '',
    ' ',
    '127.0.0.1',
    'localhost:4010',
    '//127.0.0.1',
    '/127.0.0.1',
    'http://',
    'http://evil.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evil.example/127.0.0.1',
    'http://evil.example#@127.0.0.1',
    'http://evil.example?@127.0.0.1',
    'http://localhost@evil.example',
    'http://127.0.0.1:80@evil.example',
    'http://localhost:password@evil.example:4010',
    'http://local\thost.evil.example',
    'http://localhost\n.evil.example',
    'http://xn--localhost-.example',
    'http://localhost.',
    'http://notlocalhost',
    'http://127.0.0.1.',
    'http://127.0.0.2',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'http://0',
    'http://10.0.0.1',
    'http://169.254.169.254',
    'http://[::]',
    'http://[::ffff:1.2.3.4]',
    'http://[::ffff:127.0.0.1]',
    'http://[::1%25eth0]',
    'http://[fe80::1]',
    'http://::1',
    'ftp://127.0.0.1',
    'file://127.0.0.1/etc/passwd',
    'ws://127.0.0.1',
    'javascript:127.0.0.1',
    'blob:http://127.0.0.1/x',
  ])('%j', (text) => {
    const url = loopbackUrl(text);
    // A name with a final dot may be written without it, and is then this machine's own.
    expect(url === undefined || url.hostname === '127.0.0.1').toBe(true);
    if (url !== undefined) expect(text).toBe('http://127.0.0.1.');
  });
});

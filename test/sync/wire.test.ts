import { expect, test } from 'vitest';
import { isFreeMail } from '../../src/app/packages/sync/src/wire.ts';

test.each(['gmail.com', 'GMail.com', 'outlook.com', 'libero.it', 'web.de', 'qq.com'])(
  '%s is free mail',
  (domain) => {
    expect(isFreeMail(domain)).toBe(true);
  },
);

test.each(['stripe.com', 'acme.example', 'gmail.com.acme.example', 'mygmail.com', ''])(
  '%s is not',
  (domain) => {
    expect(isFreeMail(domain)).toBe(false);
  },
);

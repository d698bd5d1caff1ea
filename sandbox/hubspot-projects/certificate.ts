import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const LIFE_MS = 24 * 60 * 60_000;

/** A self-signed certificate for these hosts: a client that is to trust it is given it. */
export async function createCertificate(
  hosts: readonly string[],
  nowMs: number,
): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Stand-ins of this project' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - LIFE_MS),
    notAfterDate: new Date(nowMs + LIFE_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}

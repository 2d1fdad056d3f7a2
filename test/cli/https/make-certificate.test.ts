/** The certificate that `--https` makes: what it says, and that clients which trust its authority trust the server, and others do not. */
import { X509Certificate } from 'node:crypto';
import { createServer, request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificate } from '../../../src/cli/https/make-certificate.ts';

const now = Date.now();
const names = [
  'localhost',
  '127.0.0.1',
  '::1',
  '192.0.2.7',
  '2001:db8::7',
  'sandbox',
  '*.example.org',
  `${'a'.repeat(60)}.${'b'.repeat(60)}.test`,
];
const made = makeCertificate(names, now);
const [server, authority] = made.cert.split(/(?<=-----END CERTIFICATE-----\n)/).map((pem) => new X509Certificate(pem));

test('says for which names it is, for how long, and who signed it', () => {
  expect(server?.subjectAltName?.split(', ')).toEqual([
    'DNS:localhost',
    'IP Address:127.0.0.1',
    'IP Address:0:0:0:0:0:0:0:1',
    'IP Address:192.0.2.7',
    'IP Address:2001:DB8:0:0:0:0:0:7',
    'DNS:sandbox',
    'DNS:*.example.org',
    `DNS:${'a'.repeat(60)}.${'b'.repeat(60)}.test`,
  ]);
  expect(server?.checkHost('any.example.org')).toBeDefined();
  expect(server?.checkIP('::1')).toBeDefined();
  expect(server?.checkHost('evil.example')).toBeUndefined();
  expect(server?.ca).toBe(false);
  expect(authority?.ca).toBe(true);
  expect(server?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(authority && server?.checkIssued(authority)).toBe(true);
  expect(authority && server?.verify(authority.publicKey)).toBe(true);
  expect(authority?.verify(authority.publicKey)).toBe(true);
  expect(authority?.toString()).toBe(made.authority);
  expect(Date.parse(server?.validFrom ?? '')).toBeLessThan(now);
  expect(Date.parse(server?.validTo ?? '') - now).toBeGreaterThan(29 * 86_400_000);
  expect(made.key).not.toContain(makeCertificate(names, now).key);
});

test('is another one each time, of another authority', () => {
  const other = makeCertificate(['localhost'], now);
  const issuer = new X509Certificate(other.authority);
  expect(server?.checkIssued(issuer)).toBe(false);
  expect(new X509Certificate(other.cert).serialNumber).not.toBe(server?.serialNumber);
});

let port: number;
const listening = createServer({ cert: made.cert, key: made.key }, (_, response) => response.end('secret'));
beforeAll(async () => {
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  const address = listening.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => void listening.close());

function call(servername: string, ca?: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, servername, agent: false, ...(ca && { ca }) });
    sent.once('response', (response) => {
      response.resume();
      resolve(String(response.statusCode));
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end();
  });
}

test('is trusted by whoever trusts its authority, for its names and no others, and by nobody else', async () => {
  expect(await call('localhost', made.authority)).toBe('200');
  expect(await call('x.example.org', made.authority)).toBe('200');
  expect(await call('evil.example', made.authority)).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  expect(await call('localhost')).toMatch(/SELF_SIGNED|UNABLE_TO/);
  expect(await call('localhost', makeCertificate(['localhost'], now).authority)).toMatch(/SIGNATURE|UNABLE_TO|SELF_SIGNED/);
});

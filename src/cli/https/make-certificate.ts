/**
 * A certificate made on the spot, and an authority that signed it and nothing else: its key is forgotten at once, so trusting it trusts this
 * one server. Written by hand, because the libraries for it (selfsigned, @peculiar/x509) would add 360 kB and 25 packages to save these lines.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { around, bits, inPlace, wholeNumber, octets, oid, sequence, setOf, utf8, time, yes } from './der.ts';
import { addressBytes } from './address-bytes.ts';

export interface MadeCertificate {
  /** The server's, with its authority's behind it, in PEM. */
  readonly cert: string;
  readonly key: string;
  /** The authority's alone, in PEM: what a client is to trust. */
  readonly authority: string;
}

const hour = 3_600_000;
const lives = 30 * 24 * hour;
const algorithm = sequence(oid('1.2.840.10045.4.3.2')); // ECDSA with SHA-256

/** `names` are host names and bare addresses. */
export function makeCertificate(names: readonly string[], now: number): MadeCertificate {
  const ofAuthority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ofServer = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityName = nameOf(`NHS API Sandbox, this run only (${randomBytes(4).toString('hex')})`);
  const issuing = { issuer: authorityName, key: ofAuthority.privateKey, issuerKey: ofAuthority.publicKey, now };
  const authority = certificate(issuing, authorityName, ofAuthority.publicKey, [
    extension('2.5.29.19', sequence(yes, wholeNumber(Buffer.from([0]))), { critical: true }), // an authority, over servers only
    extension('2.5.29.15', bits(Buffer.from([0b0000_0110]), 1), { critical: true }), // signs certificates and lists of revoked ones
  ]);
  const server = certificate(issuing, nameOf('NHS API Sandbox'), ofServer.publicKey, [
    extension('2.5.29.19', sequence(), { critical: true }),
    extension('2.5.29.15', bits(Buffer.from([0b1000_0000]), 7), { critical: true }), // signs what TLS asks for
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))), // as a server
    extension('2.5.29.17', sequence(...names.map(alternative))),
  ]);
  return {
    cert: pem(server) + pem(authority),
    key: ofServer.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    authority: pem(authority),
  };
}

interface Issuing {
  readonly issuer: Buffer;
  readonly key: KeyObject;
  readonly issuerKey: KeyObject;
  readonly now: number;
}

function certificate(
  { issuer, key, issuerKey, now }: Issuing,
  subject: Buffer,
  publicKey: KeyObject,
  extensions: readonly Buffer[],
): Buffer {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const toSign = sequence(
    around(0, wholeNumber(Buffer.from([2]))),
    wholeNumber(serial),
    algorithm,
    issuer,
    // Clocks of phones are not always right.
    sequence(time(new Date(now - hour)), time(new Date(now + lives))),
    subject,
    spki(publicKey),
    around(
      3,
      sequence(
        ...extensions,
        extension('2.5.29.14', octets(keyId(publicKey))),
        extension('2.5.29.35', sequence(inPlace(0, keyId(issuerKey)))),
      ),
    ),
  );
  return sequence(toSign, algorithm, bits(sign('sha256', toSign, key)));
}

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
const keyId = (key: KeyObject): Buffer => createHash('sha256').update(spki(key)).digest().subarray(0, 20);
const nameOf = (common: string): Buffer => sequence(setOf(sequence(oid('2.5.4.3'), utf8(common))));
const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;

function extension(id: string, value: Buffer, { critical = false } = {}): Buffer {
  return sequence(oid(id), ...(critical ? [yes] : []), octets(value));
}

const alternative = (name: string): Buffer => (isIP(name) === 0 ? inPlace(2, Buffer.from(name, 'latin1')) : inPlace(7, addressBytes(name)));

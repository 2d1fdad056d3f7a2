/** What HTTPS is served with: the user's own certificate, or one made on the spot whose authority is written to a file that clients can trust. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

export interface Tls {
  readonly cert: string;
  readonly key: string;
}

export interface Https {
  readonly tls: Tls;
  /** Of the server's certificate: SHA-256, as browsers show it. */
  readonly fingerprint: string;
  /** Of the authority, where the certificate was made here. */
  readonly authority?: AuthorityFile;
}

export interface AuthorityFile {
  readonly path: string;
  remove(): void;
}

/** In PEM, as other programs read them. */
export function ownCertificate(certFile: string, keyFile: string): Https {
  const cert = read(certFile, '--https-cert');
  const key = read(keyFile, '--https-key');
  try {
    const certificate = new X509Certificate(cert);
    if (!certificate.checkPrivateKey(createPrivateKey(key))) throw new Error(`${keyFile} is the key of another certificate`);
    return { tls: { cert, key }, fingerprint: certificate.fingerprint256 };
  } catch (error) {
    throw new Failure(
      `HTTPS cannot be served with ${certFile} and ${keyFile}: ${error instanceof Error ? error.message : String(error)}. Both must be PEM, the key without a passphrase.`,
      { cause: error },
    );
  }
}

/** For this run and these names only. */
export async function madeCertificate(names: readonly string[], folder: string): Promise<Https> {
  const { makeCertificate } = await import('./make-certificate.ts');
  const { cert, key, authority } = makeCertificate(names, Date.now());
  return { tls: { cert, key }, fingerprint: new X509Certificate(cert).fingerprint256, authority: writeAuthority(authority, folder) };
}

/** The file goes with the server, since its authority is of no more use then. */
function writeAuthority(pem: string, folder: string): AuthorityFile {
  const name = `https-${process.pid}.pem`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, name);
    writeFileSync(path, pem);
    return { path, remove: () => rmSync(path, { force: true }) };
  } catch {
    // A folder that cannot be written, as in a container that is read-only.
    const path = join(mkdtempSync(join(tmpdir(), 'nhs-sandbox-')), name);
    writeFileSync(path, pem);
    return { path, remove: () => rmSync(dirname(path), { recursive: true, force: true }) };
  }
}

function read(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)}). ${option} wants a file in PEM.`,
      { cause: error },
    );
  }
}

/** The prescriber's signature as it is sent: an XML signature in base64. Whether it was made with their key nobody can tell here. */
import type { Json } from '../../src/contract/contract.ts';
import { stringAt } from '../../src/fhir/clinical/element.ts';
import { entriesOf, ofType } from './message.ts';

/** What it has to have: the digest that was signed, the signature, and the certificate of whoever signed. */
const parts = ['<Signature', '<DigestValue>', '<SignatureValue>', '<X509Certificate>'];

export function signatureIn(message: Json | undefined): string | undefined {
  const [provenance] = ofType(entriesOf(message), 'Provenance');
  return stringAt(provenance?.resource, 'signature', 'data');
}

export function isSound(signature: string): boolean {
  try {
    const xml = atob(signature);
    return parts.every((part) => xml.includes(part));
  } catch {
    return false;
  }
}

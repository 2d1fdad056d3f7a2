/**
 * What a prescriber signs, and whether what was signed is that. A signature is looked into where its form has a value: those of published
 * examples have none, and stand for a signature without being one. The certificate is never asked for.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../../src/contract/base64.ts';
import { stringAt } from '../../src/fhir/clinical/element.ts';
import { ofType, type Placed } from './bundle.ts';
import { canonicalText } from './canonical-text.ts';

const xmldsig = 'http://www.w3.org/2000/09/xmldsig#';
const canonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const signatureAlgorithm = 'RS256';

/** Of a prescription always the same: nothing in it says when it was asked for. Who it is sent to and who signed it is no part of it. */
function digestOf(placed: readonly Placed[]): string {
  const signed = placed.filter(({ resource }) => resource['resourceType'] !== 'MessageHeader' && resource['resourceType'] !== 'Provenance');
  return toBase64(sha256(utf8ToBytes(signed.map(({ fullUrl, resource }) => `${fullUrl} ${canonicalText(resource)}`).join('\n'))));
}

/** The element that is to be signed, in canonical form. */
export const toBeSigned = (placed: readonly Placed[]): string =>
  `<SignedInfo xmlns="${xmldsig}"><CanonicalizationMethod Algorithm="${canonicalization}"></CanonicalizationMethod>` +
  '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></SignatureMethod>' +
  `<Reference><Transforms><Transform Algorithm="${canonicalization}"></Transform></Transforms>` +
  '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>' +
  `<DigestValue>${digestOf(placed)}</DigestValue></Reference></SignedInfo>`;

/**
 * `missing`: nothing is signed. `unsigned`: in the form of a signature, without its value. `right` and `other`: of this prescription, or of
 * something else. `malformed`: no signature at all.
 */
export type SignatureState = 'missing' | 'unsigned' | 'right' | 'other' | 'malformed';

export function signatureOf(placed: readonly Placed[]): SignatureState {
  const [provenance] = ofType(placed, 'Provenance');
  const data = provenance && stringAt(provenance.resource, 'signature', 'data');
  if (data === undefined) return 'missing';
  const xml = decoded(data);
  if (xml === undefined || !/<(?:\w+:)?Signature[\s>]/.test(xml)) return 'malformed';
  if (!/<(?:\w+:)?SignatureValue[^>]*>\s*[A-Za-z0-9+/]/.test(xml)) return 'unsigned';
  const [, digest] = /<(?:\w+:)?DigestValue[^>]*>\s*([A-Za-z0-9+/=]{1,128})\s*</.exec(xml) ?? [];
  return digest === digestOf(placed) ? 'right' : 'other';
}

function decoded(data: string): string | undefined {
  try {
    return new TextDecoder().decode(fromBase64(data.replaceAll(/\s/g, '')));
  } catch {
    return undefined; // no Base64
  }
}

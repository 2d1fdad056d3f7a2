/** What a prescriber signs: the same for the same prescription, whenever it is asked for. Who it goes to, and who has signed it, is no part of it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../../src/contract/base64.ts';
import { canonical } from '../../src/contract/equal.ts';
import type { Json } from '../../src/contract/contract.ts';
import { entriesOf } from './message.ts';
import { signatureIn } from './signature.ts';

export const signatureAlgorithm = 'RS256';

const canonicalization = '"http://www.w3.org/2001/10/xml-exc-c14n#"';

function digestOf(message: Json | undefined): string {
  const signed = entriesOf(message).filter(({ resource }) => !/^(?:MessageHeader|Provenance)$/.test(String(resource['resourceType'])));
  return toBase64(sha256(utf8ToBytes(signed.map(({ fullUrl = '', resource }) => `${fullUrl} ${canonical(resource)}`).join('\n'))));
}

/** The element that is signed, in canonical form. */
export const toBeSigned = (message: Json | undefined): string =>
  `<SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><CanonicalizationMethod Algorithm=${canonicalization}></CanonicalizationMethod>` +
  '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></SignatureMethod>' +
  `<Reference><Transforms><Transform Algorithm=${canonicalization}></Transform></Transforms>` +
  '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>' +
  `<DigestValue>${digestOf(message)}</DigestValue></Reference></SignedInfo>`;

/**
 * A signature of another prescription. It is looked into where its form has a value: those of published examples have none, and stand for a
 * signature without being one.
 */
export function isOfAnother(message: Json | undefined): boolean {
  const xml = decoded(signatureIn(message) ?? '');
  if (!/<(?:\w+:)?SignatureValue[^>]*>\s*[A-Za-z0-9+/]/.test(xml)) return false;
  const [, digest] = /<(?:\w+:)?DigestValue[^>]*>\s*([A-Za-z0-9+/=]{1,128})\s*</.exec(xml) ?? [];
  return digest !== digestOf(message);
}

function decoded(data: string): string {
  try {
    return new TextDecoder().decode(fromBase64(data.replaceAll(/\s/g, '')));
  } catch {
    return ''; // no Base64
  }
}

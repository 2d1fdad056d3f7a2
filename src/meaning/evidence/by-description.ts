/** Evidence from the words of a description. The weakest that names a meaning: a description may mention what a leaf is not. */
import type { Json } from '../../contract/contract.ts';
import { entityOf } from '../schema/entity.ts';
import { type Candidate, type Leaf, NOTHING } from '../schema/leaf.ts';
import { type Entity, type Role, roleOf } from '../roles/roles.ts';

const WEIGHT = 0.4;
/** Enough to hold the sentence that says what a leaf is; later ones tend to speak of other things. */
const READ = 200;

const FIELDS: readonly (readonly [RegExp, string, Entity])[] = [
  [/\bnhs number\b/i, 'nhsNumber', 'patient'],
  [/\bods code\b/i, 'odsCode', 'organisation'],
  [/\b(date of birth|birth date)\b/i, 'birthDate', 'patient'],
  [/\b(family name|surname|last name)\b/i, 'familyName', 'patient'],
  [/\b(given name|first name|forename)s?\b/i, 'givenName', 'patient'],
  [/\bpost ?code\b/i, 'postcode', 'patient'],
  [/\b(tele)?phone number\b/i, 'phone', 'patient'],
  [/\be-?mail address\b/i, 'email', 'patient'],
];

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/\bubrn\b|\bbooking reference number\b/i, 'referral.ubrn'],
  [/\bsds user id\b/i, 'practitioner.sdsUserId'],
  [/\brole profile id\b/i, 'practitioner.roleProfileId'],
  [/\bshort[- ]form prescription id\b/i, 'prescription.shortId'],
  [/\bsnomed(?: ct)?\b.{0,20}\b(code|concept|id)/i, 'code.snomed'],
  [/\basid\b/i, 'spine.asid'],
  [/\b(uuid|guid|globally unique)\b/i, 'uuid'],
  [/\betag\b/i, 'etag'],
  [/\b(date and time|timestamp|date-time)\b/i, 'dateTime'],
  [/\b(url|uri|link) (of|to|for)\b/i, 'url'],
  [/\b(number of|how many)\b/i, 'count'],
  [/\b(unique )?identifier (of|for)\b/i, 'opaqueId'],
];

export function byDescription(leaf: Leaf): readonly Candidate[] {
  // A published file may hold anything here.
  const text: Json | undefined = leaf.schema.description;
  if (typeof text !== 'string' || /initial/i.test(leaf.name)) return NOTHING;
  const read = text.slice(0, READ);
  const found: Candidate[] = [];
  for (const [pattern, field, usual] of FIELDS) {
    const role = pattern.test(read) ? (roleOf(entityOf(leaf) ?? usual, field) ?? roleOf(usual, field)) : undefined;
    if (role) found.push({ role, weight: WEIGHT });
  }
  for (const [pattern, role] of ROLES) {
    if (pattern.test(read)) found.push({ role, weight: WEIGHT });
  }
  return found;
}

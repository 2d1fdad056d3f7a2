/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'bars-1.4.0.json';

export const explained: readonly Explanation[] = [
  {
    where: /: parameter header accept( schema \(whole\))?: only published$/,
    why: 'OpenAPI ignores a header parameter of this name; every version is served alike.',
  },
  { where: /application\/fhir\+xml/, why: 'The sandbox speaks JSON alone.' },
  {
    where: /^(create|update)DocumentReference: request /,
    why: 'A pointer is sent by itself too, as the record locator takes it; the published contract names only a search result.',
  },
  {
    where: /^(search|update|create)DocumentReference: .*\/content\[\]\/format/,
    why: 'One coding where pointers are found and a list of concepts where one is read: found pointers may have either.',
  },
  {
    where: /^getReferralByPatient: response 200 .*\/entry\[\]\//,
    why: 'A referral that is found stands in `resource`, as in every other Bundle; the published one spreads it over the entry.',
  },
  {
    where: /\/resource\/response(?:\/|: )/,
    why: 'The answer to a message says which one it answers; the published contract has no member for it.',
  },
  {
    where: /^processMessage: .*\/entry\[\]\/resource\/.*: only ours$/,
    why: 'A booking or a referral that comes in a message is held to what it is once it stands alone; the published resource of a message has fewer members.',
  },
  {
    where: /ServiceRequest.*\/basedOn|Referral.*\/basedOn/,
    why: 'Of a referral too it is a list in FHIR; one alone is taken as well.',
  },
  {
    where: /^getSlots: parameter query start schema/,
    why: 'It is sent twice for a range, as its description has it; the published schema has one text.',
  },
];

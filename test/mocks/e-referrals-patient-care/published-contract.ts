/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'e-referrals-patient-care.json';

export const explained: readonly Explanation[] = [
  { where: /header content-type: only published/, why: 'OpenAPI ignores a response header of this name: the media type says it.' },
  { where: /\/coding\[\]\/(version|display): only ours/, why: 'FHIR has these members of every coding.' },
  { where: /\/meta\/(versionId|lastUpdated): only ours/, why: 'FHIR has these members of every meta.' },
  {
    where: /\/coding\[\](\[\])?(\/\w+)?: only (published|ours)/,
    why: 'Published as a list of lists; the published examples have one list.',
  },
  {
    where: /\/(extension|contained)\b.*: only published/,
    why: 'What stands in an extension, and inside the resource, is said by rules and not by the contract.',
  },
  {
    where: /\/(restriction\/period(\/end)?|search\/mode|resource\/priority): only published/,
    why: 'Ours is said by an enumeration, or by rules.',
  },
];

/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'summary-care-record.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /parameter header content-type/,
    why: 'OpenAPI ignores a header parameter of this name; ours is the media type of the request body.',
  },
  { where: /response \w{3} header x-(request|correlation)-id/, why: 'Every answer mirrors both ids, as the platform does.' },
  { where: /^upload-scr: response 201 header location/, why: 'The service sends it; the published contract leaves it out.' },
  { where: /^upload-scr: response 504 header retry-after/, why: 'The service sends it; the published contract leaves it out.' },
  { where: /\/issue\[\]\/expression/, why: 'A place of the OperationOutcome that several contracts share. The service sends none.' },
  {
    where: /\/(clinicalStatus|verificationStatus)(\b|$)/,
    why: 'Published as a list; one concept in FHIR, and in the published example.',
  },
  {
    where: /\/category\[\]\/coding|\/securityLabel\[\]\/coding|\/resource\/version/,
    why: 'Published as one value; a list in FHIR, and in the published examples.',
  },
  { where: /\/resource\/meta/, why: 'Published as a list of profiles; one object with such a list in FHIR, and in the published example.' },
  {
    where: /\/resource\/(encounter|patient)(\/|:)|\/section\[\]\/(code|entry)/,
    why: 'The published example has them, its schema does not name them.',
  },
  {
    where: /\/part\[\]\/valueIdentifier/,
    why: 'The service takes the NHS number as an identifier too; the published contract shows a text alone.',
  },
  { where: /\/part\[\]\/valueCoding\/display/, why: 'The service takes one; the published contract leaves it out.' },
];

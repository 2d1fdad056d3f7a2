/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'prescriptions-for-patients.json';

export const explained: readonly Explanation[] = [
  { where: /parameter header authorization/, why: 'OpenAPI ignores a header parameter of this name; ours is the security scheme.' },
  {
    where: /parameter header x-nhs-number/,
    why: 'Outside production the service reads whose prescriptions are wanted from it; without tokens nothing else says it.',
  },
  {
    where: /parameter header x-nhsd-(delegated-access|subject-nhs-number)/,
    why: 'Acting for somebody else: the service reads both, the published parameter list leaves them out.',
  },
  { where: /header x-(request|correlation)-id: only ours/, why: 'Every answer mirrors both ids.' },
  { where: /\/quantity\/value/, why: 'Published as an integer: a prescriber may order half a millilitre.' },
  { where: /\/quantity\/code/, why: 'Published as an integer; examples and answers have a text.' },
  { where: /\/resource\/entry\[\]\/resource\/id: only ours/, why: 'Published examples have ids in these resources.' },
  { where: /\/coding\[\]\/version/, why: 'Published examples of faults name the version of the code system.' },
  { where: /^prescriptions-for-patients-metadata: only ours/, why: 'The service has it, and the published contract leaves it out.' },
  { where: /medicationCodeableConcept\/text/, why: 'A medicine of a record may have no code: it is told in words.' },
  { where: /\/issue\[\]\/expression/, why: 'FHIR has a list of texts here, not a text. We send none.' },
];

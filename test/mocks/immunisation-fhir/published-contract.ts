/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'immunisation-fhir.json';

export const explained: readonly Explanation[] = [
  {
    where: /response \w+ header (x-)?(correlation|request)-?id/,
    why: 'Published under the names of components, and not everywhere; the headers that are sent mirror those of every request.',
  },
  { where: /response 20[01] header e-tag/, why: 'The service says the version after each write, too.' },
  { where: /(4XX|500) field \/issue\[\]\/expression/, why: 'FHIR has a list of texts here, not a text. We send none.' },
  { where: /response 200 field \/entry\[\]\/resource\/issue/, why: 'A search that leaves something out warns of it in an entry.' },
  {
    where: /^searchImmunization(Get: parameter query|Post: request field) \/?(-immunization\.target|target-disease)/,
    why: 'Lists with commas, as the service takes them, and of every vaccine it knows; published as one of eleven.',
  },
  {
    where: /^searchImmunization(Get: parameter query|Post: request field) \/?(identifier|_elements)/,
    why: 'The search by identifier, which the service has and the published contract leaves out.',
  },
  {
    where: /patient\.identifier: published required|^searchImmunizationPost: request field \/patient\.identifier/,
    why: 'A search by identifier names no person; one that names neither is refused by a rule.',
  },
  {
    where: /\/actor\/(reference|display)|\/valueCodeableConcept\/text|field \/patient\/(type|identifier)/,
    why: 'What was recorded is answered as it was recorded: the published requests and answers differ in these members.',
  },
];

export const refused: readonly Explanation[] = [
  {
    where: /^updateImmunization default: 400/,
    why: 'It replaces a vaccination of somebody else by that of another identifier, which the service refuses.',
  },
];

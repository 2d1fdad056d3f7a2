/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'eps-fhir-dispensing.json';

export const explained: readonly Explanation[] = [
  { where: /^process-message: only published$/, why: 'Published without a body, beside the messages that are sent there.' },
  { where: /^track: only ours$/, why: 'The façade has it, for NHS 111; the published contract does not.' },
  { where: /^capabilities: only ours$/, why: 'The façade has it below the version of FHIR, the published contract at the root.' },
  { where: /parameter header authorization/, why: 'Ours is a security scheme.' },
  { where: /parameter header x-(skip-validation|show-validation-warnings)/, why: 'The façade reads them; they are meant for testers.' },
  {
    where: /request field .*: (only ours|only published|published array\|object, ours array)$/,
    why: 'Published for each message by itself, down to the last element. Ours says what all resources of messages have in common; what a message must have besides, its rules tell, in their own words.',
  },
  {
    where: /^release: response 200 field \S*: only published$/,
    why: 'Published down to the last element. What is told here is an order as it was sent.',
  },
  { where: /response (200|4XX) header x-(request|correlation)-id/, why: 'Every answer mirrors both ids, as the platform does.' },
  { where: /response 400/, why: 'Published as 4XX.' },
  { where: /issue\[\]\/expression/, why: 'A list in FHIR; the published schema has a text.' },
  {
    where: /response (200|4XX) (application\/fhir\+json )?field \S*: only ours$/,
    why: 'What the published examples show, and the schema does not: when it was, words, who else has the prescription.',
  },
  { where: /^(validate|metadata): re/, why: 'Published without a body and without a content.' },
];

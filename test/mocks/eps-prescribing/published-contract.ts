/** What our contract says otherwise than the published one, and why. */
import type { Explanation } from '../explanation.ts';

export const published = 'eps-fhir-prescribing.json';

export const explained: readonly Explanation[] = [
  { where: /^process-message: only published$/, why: 'Published without a body, beside the messages that are sent there.' },
  { where: /^fhir-metadata: only ours$/, why: 'The façade has it below the version of FHIR, the published contract at the root.' },
  { where: /parameter header authorization/, why: 'Ours is a security scheme.' },
  { where: /parameter header nhsd-session-urid: published required, ours optional$/, why: 'Its published words say that it is optional.' },
  { where: /parameter header x-(skip-validation|show-validation-warnings)/, why: 'The façade reads them; they are meant for testers.' },
  {
    where: /^(prepare|send)-.*(request|response (200|4XX)) field \/entry/,
    why: 'Published down to the last element, for each resource by itself. Ours says what a message is; what must be in one its rules tell, in their own words.',
  },
  {
    where: /^(prepare|send)-.*(request|response (200|4XX)) field \/(identifier|id|type|resourceType|timestamp|meta|issue|parameter)/,
    why: 'Published as the one text of an example, or only shown by one.',
  },
  { where: /response (200|4XX) header x-(request|correlation)-id/, why: 'Every answer mirrors both ids, as the platform does.' },
  { where: /response 400/, why: 'Published as 4XX.' },
  { where: /^(validate|metadata|convert): re(quest|sponse)/, why: 'Published without a body and without a content.' },
];

/** Sent as their parameters say, and no more. */
export const refused: readonly Explanation[] = [
  {
    where: /^send-prescription-order-update-message /,
    why: 'Each cancels an item of the published order, which has to be sent first: what is not there is R-0008.',
  },
];

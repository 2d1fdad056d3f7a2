/** How somebody is seen, as an extension of appointments and slots. */
import type { EncounterEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import type { FhirVersion } from './about.ts';
import { extension, readConcept } from './concepts.ts';
import { extensionIn, stringAt, elementAt } from './element.ts';
import { ukCoreExtension } from './systems.ts';

type Mode = EncounterEntry['mode'];

/** Published slots know three: what goes over the internet is told as a video call, and a visit as being there. */
const channels: Readonly<Record<Mode, string>> = {
  'face-to-face': 'In-person',
  telephone: 'Telephone',
  video: 'Video',
  online: 'Video',
  'home-visit': 'In-person',
};

export function deliveryChannel(mode: Mode, version: FhirVersion): JsonObject {
  const channel = channels[mode];
  return version === 'R4'
    ? extension(ukCoreExtension('DeliveryChannel'), { valueCodeableConcept: { text: channel } })
    : extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-DeliveryChannel-2', { valueCode: channel });
}

/** As it was before, where that is told in the same way. */
export function modeIn(resource: JsonObject, before: Mode | undefined): Mode | undefined {
  const told = extensionIn(resource, 'DeliveryChannel');
  const channel = (stringAt(told, 'valueCode') ?? readConcept(elementAt(told, 'valueCodeableConcept'))?.text)?.toLowerCase();
  if (channel === undefined) return before;
  if (before !== undefined && channels[before].toLowerCase() === channel) return before;
  for (const mode of ['face-to-face', 'telephone', 'video'] as const) if (channels[mode].toLowerCase() === channel) return mode;
  return before;
}

/**
 * Changes of patients' records, told under the types that the notification service publishes them by, so that it (and whoever else listens)
 * knows them: `pds-record-change-2` for every change, and one besides where the practice or a death changed. In its messages each is the
 * CloudEvent of those types; what subscribers may filter on stays with the event, since it is removed before delivery.
 */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { equal } from '../../src/contract/equal.ts';
import { etag } from '../../src/fhir/version.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Cue, MockEvents, OutgoingMessage } from '../../src/mock/event.ts';
import type { Patient } from './record/patient.ts';
import { extensionUrl, productionBase } from './record/systems.ts';

/** What such an event is about, as its hearers are given it. */
export type RecordChange = {
  readonly nhsNumber: string;
  readonly version: string;
  readonly filtering: { readonly [name: string]: string | boolean };
};

const recordChange = 'pds-record-change-2';
const changeOfPractice = 'pds-change-of-gp-2';
const deathNotification = 'pds-death-notification-2';

/** A system of the official sandbox's test data. */
const source = 'https://fhir.nhs.uk/Id/nhsSpineASID/477121000323';

export function tellOfChange(call: Pick<AnyCall, 'emit'>, before: Patient, after: Patient): void {
  const practice = practiceOf(after);
  const members = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'meta' && !equal(memberOf(before, name), memberOf(after, name)),
  );
  const about: RecordChange = {
    nhsNumber: after.id,
    version: after.meta?.versionId ?? '1',
    filtering: {
      ...Object.fromEntries(members.map((name) => [`changed_${name.toLowerCase()}`, true])),
      ...(practice !== undefined && { registeredgpodscode: practice }),
      nhsnumber: after.id,
    },
  };
  const tell = (type: string): void => call.emit({ type, about });
  tell(recordChange);
  if (practiceOf(before) !== practice) tell(changeOfPractice);
  if (!equal(deathOf(before), deathOf(after))) tell(deathNotification);
}

export const events: MockEvents = {
  emits: [recordChange, changeOfPractice, deathNotification],
  messages: {
    [recordChange]: (cue, about, id) => asCloudEvent(recordChange, cue, about, id),
    [changeOfPractice]: (cue, about, id) => asCloudEvent(changeOfPractice, cue, about, id),
    [deathNotification]: (cue, about, id) => asCloudEvent(deathNotification, cue, about, id),
  },
};

function asCloudEvent(type: string, { clock }: Cue, about: Json, id: string): OutgoingMessage {
  const { nhsNumber, version } = about as RecordChange; // as it was told above
  const where = type === recordChange ? { versionid: etag(version) } : { dataref: `${productionBase}/Patient/${nhsNumber}` };
  const time = new Date(clock.now()).toISOString().replace(/\.\d+/, '');
  return {
    contentType: 'application/cloudevents+json',
    subject: nhsNumber,
    body: { specversion: '1.0', id, source, type, time, subject: nhsNumber, ...where },
  };
}

const memberOf = (patient: JsonObject, name: string): Json | undefined => patient[name];

const practiceOf = ({ generalPractitioner }: Patient): string | undefined => generalPractitioner?.[0]?.identifier?.value;

const deathOf = ({ deceasedDateTime, extension = [] }: Patient): readonly Json[] => [
  deceasedDateTime ?? null,
  extension.find(({ url }) => url === extensionUrl.deathNotification) ?? null,
];

/** Referrals as ServiceRequest (ReferralRequest in STU3), and back. */
import type { ReferralEntry } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from './about.ts';
import { conceptOf, readConcept, writtenConcept } from './concepts.ts';
import { eachOf, fhirElement, listOf, present, stringAt, elementAt } from './element.ts';
import { englishDateTime } from './england-time.ts';
import { beforeOf, headOfEntry, idsReferredTo, organisationAmong, readHead, type ReadingEntry } from './head.ts';
import { toEntries } from './referents.ts';
import { system } from './systems.ts';

const priorities = { routine: 'routine', urgent: 'urgent', 'two-week-wait': 'asap' } as const;

/** How far it has come, of which FHIR knows only whether it is over. */
const states: { readonly [Status in ReferralEntry['status']]: string } = {
  sent: 'Sent',
  booked: 'Appointment booked',
  seen: 'Seen',
  closed: 'Closed',
};

const waits = { appointment: 'Waiting for an appointment', treatment: 'Waiting for treatment' } as const;

const patientReferral = conceptOf(system.snomed, '3457005', 'Patient referral');

export function writtenReferral(entry: ReferralEntry, writing: Writing): readonly JsonObject[] {
  const { about, reason, recorded, time, specialty, priority, status, to, ubrn, waitingFor } = entry;
  const requester = toPractitioner(writing, entry.practitioner, entry.organisation);
  const notes = [states[status], ...(waitingFor === undefined ? [] : [waits[waitingFor]])];
  const shared = {
    identifier: [{ system: system.ubrn, value: ubrn }],
    status: status === 'closed' ? 'completed' : 'active',
    intent: 'order',
    priority: priorities[priority],
    subject: toPerson(writing),
    authoredOn: englishDateTime(recorded, time),
    reasonCode: [writtenConcept(reason)],
    note: notes.map((text) => ({ text })),
  };
  const asked = listOf(toOrganisation(writing, to));
  if (writing.version === 'STU3')
    return [
      fhirElement({
        ...headOfEntry('ReferralRequest', entry, writing),
        ...shared,
        type: patientReferral,
        requester: requester && fhirElement({ agent: requester, onBehalfOf: toOrganisation(writing, entry.organisation) }),
        specialty: writtenConcept(specialty),
        recipient: asked,
        reasonReference: toEntries(writing, about, ['condition']),
        supportingInfo: toEntries(
          writing,
          about.filter((id) => writing.about.entry(id)?.kind !== 'condition'),
        ),
      }),
    ];
  return [
    fhirElement({
      ...headOfEntry('ServiceRequest', entry, writing),
      ...shared,
      category: [patientReferral],
      code: writtenConcept(specialty),
      requester: requester ?? toOrganisation(writing, entry.organisation),
      performerType: writtenConcept(specialty),
      performer: asked,
      reasonReference: toEntries(writing, about, ['condition', 'observation', 'report']),
      supportingInfo: toEntries(
        writing,
        about.filter((id) => !isReason(writing, id)),
      ),
    }),
  ];
}

const reasons: ReadonlySet<string | undefined> = new Set(['condition', 'observation', 'report']);
const isReason = ({ about }: Writing, id: string): boolean => reasons.has(about.entry(id)?.kind);

/** Undefined where nobody says, or has said before, which organisation is asked. */
export function readReferral(resource: JsonObject, reading: ReadingEntry): ReferralEntry | undefined {
  const before = beforeOf('referral', reading);
  const by = [elementAt(resource, 'requester', 'agent'), resource['requester'], elementAt(resource, 'requester', 'onBehalfOf')];
  const head = readHead('referral', { recorded: [stringAt(resource, 'authoredOn')], by }, reading);
  const specialty =
    readConcept(resource['performerType']) ?? readConcept(resource['specialty']) ?? readConcept(resource['code']) ?? before?.specialty;
  const to =
    organisationAmong([...eachOf(resource['performer']), ...eachOf(resource['recipient'])], reading) ?? before?.to ?? head.organisation;
  if (to === undefined) return undefined;
  const notes = eachOf(resource['note']).flatMap((note) => listOf(stringAt(note, 'text')));
  const about = idsReferredTo([...eachOf(resource['reasonReference']), ...eachOf(resource['supportingInfo'])]);
  return {
    ...head,
    specialty: specialty ?? { text: 'Referral' },
    reason: readConcept(resource['reasonCode']) ?? before?.reason ?? { text: stringAt(resource, 'description') ?? 'Referral' },
    priority: priorityOf(stringAt(resource, 'priority')),
    status: statusOf(stringAt(resource, 'status'), notes, before),
    ubrn: ubrnIn(resource) ?? before?.ubrn ?? '',
    to,
    about: about.length > 0 ? about : (before?.about ?? []),
    ...present({ waitingFor: waitIn(notes) ?? before?.waitingFor }),
  };
}

function priorityOf(text: string | undefined): ReferralEntry['priority'] {
  if (text === 'urgent') return 'urgent';
  return text === 'asap' || text === 'stat' ? 'two-week-wait' : 'routine';
}

const ended: ReadonlySet<string | undefined> = new Set(['completed', 'revoked', 'cancelled', 'entered-in-error']);

function statusOf(status: string | undefined, notes: readonly string[], before: ReferralEntry | undefined): ReferralEntry['status'] {
  if (ended.has(status)) return 'closed';
  for (const name of ['sent', 'booked', 'seen'] as const) if (notes.includes(states[name])) return name;
  return before === undefined || before.status === 'closed' ? 'sent' : before.status;
}

function waitIn(notes: readonly string[]): ReferralEntry['waitingFor'] {
  for (const name of ['appointment', 'treatment'] as const) if (notes.includes(waits[name])) return name;
  return undefined;
}

function ubrnIn(resource: JsonObject): string | undefined {
  const identifiers = eachOf(resource['identifier']);
  const ubrn = identifiers.find((each) => stringAt(each, 'system') === system.ubrn) ?? identifiers[0];
  return stringAt(ubrn, 'value');
}

/** Where prescriptions are, for those who care for a patient tonight: a Task for each. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { testData } from '../../../src/fhir/clinical/head.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { dateOf, instant, isRealDate } from '../../../src/fhir/instant.ts';
import { searchset } from '../../../src/fhir/searchset.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { scopeRefused } from '../../electronic-prescriptions/access.ts';
import { told, wrongValue, type MessageIssue } from '../../electronic-prescriptions/issues.ts';
import { sent, type Typed } from '../../electronic-prescriptions/facade.ts';
import { prescription, prescriptionsOf } from '../../prescriptions/find.ts';
import type { Prescription } from '../../prescriptions/prescription.ts';
import { currentIssue, isOver, prescriptionStatuses } from '../../prescriptions/status.ts';

const alone = ['identifier', 'focus:identifier', 'patient:identifier'] as const;
const narrowing = ['business-status', 'authored-on'] as const;
type Parameter = (typeof alone)[number] | (typeof narrowing)[number];

type Values = Readonly<Record<Parameter, readonly string[]>>;

export function track(call: AnyCall): Typed | Problem {
  const refused = scopeRefused(call, 'tracker', true);
  if (refused) return refused;
  const asked = valuesOf(call);
  const faults = faultsOf(asked);
  if (faults.length > 0) return sent(told(faults, call.clock.now()));
  const entries = foundBy(call, asked).map((one) => ({
    fullUrl: `urn:uuid:${one.uuid}`,
    search: { mode: 'match' },
    resource: taskOf(one),
  }));
  return sent({ status: 200, rendered: JSON.stringify(searchset(entries, instant(call.clock.now()))) });
}

function valuesOf(call: AnyCall): Values {
  const query = askedIn(call);
  const of = (name: Parameter): readonly string[] => {
    const value = query[name];
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  };
  return {
    identifier: of('identifier'),
    'focus:identifier': of('focus:identifier'),
    'patient:identifier': of('patient:identifier'),
    'business-status': of('business-status'),
    'authored-on': of('authored-on'),
  };
}

function faultsOf(asked: Values): readonly MessageIssue[] {
  const twice = [...alone, 'business-status' as const].filter((name) => asked[name].length > 1);
  if (twice.length > 0) return twice.map((name) => wrongValue(`Invalid query parameters. Parameter ${name} can only be given once.`, name));
  if (alone.every((name) => asked[name].length === 0))
    return [wrongValue(`At least one of the following query parameters must be given: ${alone.join(', ')}.`)];
  return asked['authored-on']
    .filter((text) => readDay(text) === undefined)
    .map(() => wrongValue('Invalid value for authored-on. Expected (eq|le|ge)YYYY-MM-DD.', 'authored-on'));
}

/** The value after a system and a bar, or as it is. */
const plain = (text: string): string => text.slice(text.lastIndexOf('|') + 1).trim();

function readDay(text: string): { readonly is: string; readonly day: string } | undefined {
  const [, is = 'eq', day = ''] = /^(eq|le|ge)?(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  return isRealDate(day) ? { is, day } : undefined;
}

function foundBy(call: AnyCall, asked: Values): readonly Prescription[] {
  const value = (name: Parameter): string | undefined => asked[name].map(plain)[0];
  const [id, focus, patient, status] = [
    value('identifier'),
    value('focus:identifier'),
    value('patient:identifier'),
    value('business-status'),
  ];
  const shortId = id ?? focus;
  const candidates =
    shortId === undefined ? prescriptionsOf(call, patient ?? '') : [prescription(call, shortId)].filter((one) => one !== undefined);
  return candidates.filter(
    (one) =>
      (focus === undefined || one.id === focus.toUpperCase()) &&
      (patient === undefined || one.patient === patient) &&
      (status === undefined || currentIssue(one).status === status) &&
      asked['authored-on'].every((text) => isOnDay(one, text)),
  );
}

function isOnDay({ authored }: Prescription, text: string): boolean {
  const asked = readDay(text);
  const day = dateOf(authored);
  if (asked === undefined) return false;
  return asked.is === 'le' ? day <= asked.day : asked.is === 'ge' ? day >= asked.day : day === asked.day;
}

function taskOf(one: Prescription): JsonObject {
  const { id, uuid, patient, authored, treatment, type, prescriber, pharmacy, place, issues, items } = one;
  const state = currentIssue(one);
  const owner = state.dispenser ?? pharmacy;
  const of = place?.of ?? issues;
  const released = one.steps.findLast((step) => step.issue === state.issue && step.what === 'released');
  return fhirElement({
    resourceType: 'Task',
    id: uuid,
    meta: { tag: [testData('R4')] },
    extension: [
      {
        url: 'https://fhir.nhs.uk/StructureDefinition/Extension-EPS-Prescription',
        extension: [
          {
            url: 'courseOfTherapyType',
            valueCoding: { system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy', code: treatment },
          },
          { url: 'prescriptionType', valueCoding: { system: 'https://fhir.nhs.uk/CodeSystem/prescription-type', code: type } },
        ],
      },
      ...(of > 1
        ? [
            {
              url: 'https://fhir.nhs.uk/StructureDefinition/Extension-EPS-RepeatInformation',
              extension: [
                { url: 'numberOfRepeatsAllowed', valueUnsignedInt: of - 1 },
                { url: 'numberOfRepeatsIssued', valueUnsignedInt: place?.number ?? state.issue },
              ],
            },
          ]
        : []),
    ],
    identifier: [{ system: system.prescription, value: id }],
    groupIdentifier: { system: 'https://fhir.nhs.uk/Id/prescription', value: uuid },
    status: isOver(state.status)
      ? state.status === '0006' || state.status === '0008'
        ? 'completed'
        : 'cancelled'
      : released
        ? 'in-progress'
        : 'requested',
    businessStatus: {
      coding: [
        {
          system: 'https://fhir.nhs.uk/CodeSystem/EPS-task-business-status',
          code: state.status,
          display: prescriptionStatuses[state.status],
        },
      ],
    },
    intent: 'order',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill', display: 'Fulfill the focal request' }] },
    focus: { type: 'MedicationRequest', identifier: { system: system.prescription, value: id } },
    for: { type: 'Patient', identifier: { system: system.nhsNumber, value: patient } },
    authoredOn: instant(authored),
    lastModified: instant(one.steps.at(-1)?.at ?? authored),
    requester: { type: 'Organization', identifier: { system: system.ods, value: prescriber.organisation } },
    owner: owner === undefined ? undefined : { type: 'Organization', identifier: { system: system.ods, value: owner } },
    input: items.map((item) => ({
      type: { coding: [{ system: system.snomed, code: '16076005', display: 'Prescription' }] },
      valueReference: {
        type: 'MedicationRequest',
        identifier: { system: system.prescriptionItem, value: item.id },
        display: item.medicine.text,
      },
    })),
  });
}

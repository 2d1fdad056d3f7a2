/** The Summary Care Record: who uploads one can find it and read it, and where nobody has, it is told out of the record. Everything else is as the contract has it. */
import type { components, operations } from '../../src/generated/summary-care-record.types.ts';
import { instant } from '../../src/fhir/instant.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import { searchset } from '../../src/fhir/searchset.ts';
import { tokensOf, valueAt } from '../../src/contract/json-pointer.ts';
import { bodyOf, type AnyCall } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { shown } from '../../src/nhs/spine/spine-words.ts';
import { access } from './access.ts';
import { nhsNumberSystem, patientOf, snomed, toldSummary, type Held } from './told.ts';

type Schemas = components['schemas'];

const records = 'summary-care-record/record';
const latest = 'summary-care-record/latest';
const replaced = 'summary-care-record/replaced';

const summary = { coding: [{ system: snomed, code: '196981000000101', display: 'General Practice Summary' }] };

export default {
  access,
  problems: inOwnWords,
  behaviours: {
    'upload-scr': (call) => {
      const record = heldOf(call.body);
      call.store.put(records, record.id, JSON.stringify(record));
      call.store.put(latest, record.patient, record.id);
      call.store.delete(replaced, record.id);
      for (const id of replacedBy(call.body)) {
        call.store.put(replaced, id, 'true');
      }
      return { status: 201, headers: { Location: addressOf(call, record) } };
    },

    'get-scr': (call) => {
      const id = call.query['composition.identifier'];
      const patient = numberIn(call.query['composition.subject:Patient.identifier']);
      const record = recordOf(call, id);
      const isOutdated = call.store.get(replaced, id) !== undefined;
      const entries = record?.patient === patient && !isOutdated ? record.document.entry : [];
      const identifier = record?.document.identifier ?? { system: 'https://tools.ietf.org/html/rfc4122', value: id };
      return { status: 200, body: { ...searchset(entries, instant(call.clock.now())), entry: entries, identifier } };
    },

    'get-scr-id': (call) => {
      const patient = numberIn(call.query.patient);
      const uploaded = call.store.get(latest, patient);
      const record = uploaded === undefined ? toldSummary(call, patient) : recordOf(call, uploaded);
      return { status: 200, body: record ? referenceTo(call, record) : none(call) };
    },
  },
} satisfies Mock<operations>;

/** A document without a Composition or a Patient is kept under the names that it has. */
function heldOf(document: Schemas['RecordDocument']): Held {
  const resources = document.entry.map(({ resource }) => resource);
  const composition = resources.find((resource) => resource?.resourceType === 'Composition');
  const patient = resources.find((resource) => resource?.resourceType === 'Patient');
  return {
    id: composition?.identifier.value ?? document.identifier.value,
    patient: patient?.identifier[0]?.value ?? '',
    document,
  };
}

function replacedBy({ entry }: Schemas['RecordDocument']): readonly string[] {
  return entry
    .flatMap(({ resource }) => (resource?.resourceType === 'Composition' ? (resource.relatesTo ?? []) : []))
    .flatMap(({ targetIdentifier }) => targetIdentifier?.value ?? []);
}

function recordOf(call: AnyCall, id: string): Held | undefined {
  const stored = call.store.get(records, id);
  if (stored !== undefined) return JSON.parse(stored) as Held; // written above and nowhere else
  const patient = patientOf(call, id);
  return patient === undefined ? undefined : toldSummary(call, patient);
}

const none = (call: AnyCall): Schemas['RecordReferenceSearch'] => ({
  resourceType: 'Bundle',
  id: uuidBy((part) => call.chance(`none ${part}`)),
  type: 'searchset',
  total: 0,
  entry: [],
});

function referenceTo(call: AnyCall, record: Held): Schemas['RecordReferenceSearch'] {
  const id = record.id.toLowerCase();
  const path = `/DocumentReference/${encodeURIComponent(id)}`;
  return {
    resourceType: 'Bundle',
    id,
    type: 'searchset',
    total: 1,
    entry: [
      {
        fullUrl: call.url(path),
        resource: {
          resourceType: 'DocumentReference',
          id,
          masterIdentifier: { system: 'https://fhir.nhs.uk/Id/nhsSCRUUID', value: record.id },
          status: 'current',
          type: summary,
          subject: { reference: `Patient/${record.patient}` },
          securityLabel: [{ coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/SCR-ACSPermission', code: 'Ask' }] }],
          content: [{ attachment: { url: addressOf(call, record) } }],
          context: { event: [summary] },
        },
        search: { mode: 'match' },
      },
      {
        fullUrl: record.patient,
        resource: { resourceType: 'Patient', id: record.patient, identifier: [{ system: nhsNumberSystem, value: record.patient }] },
      },
    ],
  };
}

function addressOf(call: AnyCall, { id, patient }: Held): string {
  const asked = { 'composition.identifier': id, 'composition.subject:Patient.identifier': `${nhsNumberSystem}|${patient}` };
  return call.url(`/Bundle?${new URLSearchParams(asked).toString()}`);
}

function numberIn(token: string): string {
  return token.slice(token.lastIndexOf('|') + 1);
}

/** The service names one wrong value, and the field that it stood in. */
function inOwnWords(problem: Problem, call: AnyCall): Problem {
  if (problem.problem === 'unauthorised') return { ...problem, said: { issue: 'forbidden', ...problem.said } };
  const fault = problem.faults?.[0];
  if (problem.problem !== 'invalid-value' || fault === undefined || fault.keyword === 'required') return problem;
  const isPermission = fault.in === 'body' && fault.pointer.endsWith('/valueCoding/code');
  const value = isPermission ? valueAt(bodyOf(call), tokensOf(fault.pointer)) : fault.in === 'query' ? fault.value : undefined;
  if (typeof value !== 'string') return problem;
  const field = isPermission ? 'valueCoding.code' : fault.name;
  return { ...problem, said: { ...problem.said, issue: 'value', diagnostics: `Invalid value - ${shown(value)} in field '${field}'` } };
}

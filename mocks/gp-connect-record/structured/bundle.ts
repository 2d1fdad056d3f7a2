/** The answer to a question about a record: who the patient is, the Lists of what was asked for, and the resources that these lead to. */
import type { ClinicalRecord, EncounterEntry, Entry, ObservationEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { toPerson } from '../../../src/fhir/clinical/about.ts';
import { testData } from '../../../src/fhir/clinical/head.ts';
import { medicineId } from '../../../src/fhir/clinical/medicine-elements.ts';
import { daysAfter } from '../../../src/fhir/clinical/england-time.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { marked } from '../../gp-practice/marked.ts';
import { showsOf } from '../../gp-practice/levels.ts';
import type { OnlinePatient } from '../../gp-practice/registered.ts';
import { around, type Around } from '../around.ts';
import type { Asked } from './asked.ts';
import { consultationTree } from './consultations.ts';
import { notImplemented } from '../not-implemented.ts';
import {
  confidentialItems,
  endedAllergies,
  inConsultationsList,
  linkedProblemsList,
  ofProblemsList,
  primaryList,
  type Warning,
} from './lists.ts';
import { allergy, encounter, freeText, medication, observation, problem, referral, report, vaccination } from './resources.ts';
import { areaOfEntry, isFiled, isSeen, problemsOf, select, type AreaName, type Seen, type Selection } from './selection.ts';

const profile = 'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-StructuredRecord-Bundle-1';

interface Answer {
  readonly call: AnyCall;
  readonly patient: OnlinePatient;
  readonly seen: Seen;
  readonly selection: Selection;
  readonly around: Around;
}

export function structuredRecord(call: AnyCall, patient: OnlinePatient, record: ClinicalRecord, asked: Asked): JsonObject {
  const seen: Seen = {
    record,
    permissions: patient.access,
    confidential: marked[patient.person.nhsNumber]?.confidential ?? [],
    isFromElsewhere: ({ organisation = '' }) => (call.population.organisation(organisation)?.kind ?? 'gp-practice') !== 'gp-practice',
  };
  const selection = select(seen, asked);
  const answer: Answer = { call, patient, seen, selection, around: around(call, patient, record) };
  hold(answer);
  const lists = listsOf(answer);
  const clinical = resourcesOf(answer);
  const people = answer.around.resources();
  const warnings = notImplemented(asked);
  return {
    resourceType: 'Bundle',
    id: call.header('X-Request-ID') ?? '',
    meta: { profile: [profile], tag: [testData('STU3')] },
    type: 'collection',
    entry: once([...people, ...lists, ...clinical, ...warnings]).map((resource) => ({ resource })),
  };
}

/** Two that take the same medicine share it. */
function once(resources: readonly JsonObject[]): readonly JsonObject[] {
  const known = new Set<string>();
  return resources.filter(({ resourceType, id }) => {
    if (id === undefined) return true;
    const name = `${String(resourceType)}/${String(id)}`;
    return !known.has(name) && known.add(name);
  });
}

/** The resources that tell an entry: the one that Lists refer to first. */
const types: Readonly<Record<string, readonly string[]>> = {
  allergy: ['AllergyIntolerance'],
  medication: ['MedicationStatement', 'MedicationRequest'],
  condition: ['Condition'],
  vaccination: ['Immunization'],
  report: ['DiagnosticReport', 'Specimen'],
  referral: ['ReferralRequest'],
  observation: ['Observation'],
};

const referenceTo = ({ kind, id }: Entry): string => `${types[kind]?.[0] ?? 'Basic'}/${id}`;

function hold({ selection, around: { hold: keep } }: Answer): void {
  for (const entry of selection.told.values()) {
    for (const type of types[entry.kind] ?? []) keep(type, entry.id);
    if (entry.kind !== 'medication') continue;
    keep('Medication', medicineId(entry));
    for (const order of selection.ordersOf(entry)) {
      keep('MedicationRequest', order.id);
      keep('Medication', medicineId(order));
    }
  }
  for (const { id } of selection.consultations ?? []) keep('Encounter', id);
}

function listsOf(answer: Answer): readonly JsonObject[] {
  const { selection, around: about } = answer;
  const patient = toPerson(about.writing);
  const lists: JsonObject[] = [];
  for (const [name, entries] of Object.entries(selection.primary)) {
    const area = name as AreaName; // the names of the selection
    lists.push(primaryList(area, patient, entries.map(referenceTo), warningsOf(answer, area)));
    const ended = selection.endedAllergies.map((each) => allergy(each, about.writing));
    if (area === 'allergies' && ended.length > 0) lists.push(endedAllergies(patient, ended, warningsOf(answer, area)));
  }
  const { consultations } = selection;
  if (consultations)
    lists.push(
      primaryList(
        'consultations',
        patient,
        consultations.map(({ id }) => `Encounter/${id}`),
        warningsOf(answer, 'consultations'),
      ),
    );
  for (const [area, items] of byArea(selection.inConsultations)) lists.push(...inConsultationsList(area, patient, items));
  for (const [area, items] of byArea(selection.ofProblems)) lists.push(...ofProblemsList(area, patient, items));
  return [...lists, ...linkedProblemsList(patient, selection.linkedProblems.map(referenceTo))];
}

function byArea(entries: readonly Entry[]): ReadonlyMap<AreaName, readonly string[]> {
  const found = new Map<AreaName, string[]>();
  for (const entry of entries) {
    const area = areaOfEntry(entry);
    if (area) found.set(area, [...(found.get(area) ?? []), referenceTo(entry)]);
  }
  return found;
}

const kindsOf: Readonly<Record<AreaName | 'consultations', Entry['kind']>> = {
  allergies: 'allergy',
  medications: 'medication',
  problems: 'condition',
  immunisations: 'vaccination',
  investigations: 'report',
  'outbound-referrals': 'referral',
  'uncategorised-data': 'observation',
  consultations: 'encounter',
};

/** The record of a new practice is there a fortnight after the patient. */
const transferDays = 14;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function warningsOf({ patient, seen }: Answer, area: AreaName | 'consultations'): readonly Warning[] {
  const { person, since } = patient;
  const { record, confidential } = seen;
  const isMoving = marked[person.nhsNumber]?.isInTransit ?? (since > person.birthDate && daysAfter(since, transferDays) > record.asOf);
  const [year, month = '', day] = since.split('-');
  const isWaiting = area === 'investigations' && record.of('report').some((each) => !isFiled(seen, each));
  return [
    ...(confidential.includes(kindsOf[area]) ? [confidentialItems] : []),
    ...(isMoving
      ? [
          {
            code: 'data-in-transit' as const,
            text: `Patient record transfer from previous GP practice not yet complete; information recorded before ${day}-${months[Number(month) - 1]}-${year} may be missing.`,
          },
        ]
      : []),
    ...(isWaiting ? [{ code: 'data-awaiting-filing' as const, text: 'Results that are not filed yet are left out.' }] : []),
  ];
}

function resourcesOf(answer: Answer): readonly JsonObject[] {
  const { selection } = answer;
  const entries = [...selection.told.values()].flatMap((entry) => resourcesOfEntry(answer, entry));
  return [...entries, ...(selection.consultations ?? []).flatMap((each) => consultation(answer, each))];
}

function resourcesOfEntry(answer: Answer, entry: Entry): readonly JsonObject[] {
  const { selection, seen, around: about } = answer;
  const { writing } = about;
  switch (entry.kind) {
    case 'allergy':
      return [allergy(entry, writing)];
    case 'medication':
      return medication(entry, selection.issuesOf(entry), selection.ordersOf(entry), writing);
    case 'condition':
      return problem(entry, relatedContent(answer, entry.id), isFree(answer, entry), writing);
    case 'vaccination':
      return [vaccination(entry, writing)];
    case 'report': {
      const results = entry.observations.flatMap((id) => resultOf(seen, id));
      return report(entry, results, isFree(answer, entry), writing);
    }
    case 'observation':
      return [observation(entry, writing)];
    case 'referral':
      return [referral(entry, writing)];
    default:
      return [];
  }
}

/** Words of somebody's own are told at the highest level alone. */
const isFree = ({ seen }: Answer, { recorded }: Entry): boolean => showsOf(seen.permissions, recorded, 'full');

function resultOf(seen: Seen, id: string): readonly ObservationEntry[] {
  const found = seen.record.entry(id);
  return found?.kind === 'observation' && isSeen(seen, found) ? [found] : [];
}

const relatedContent = ({ selection }: Answer, problemId: string): readonly JsonObject[] =>
  [...selection.told.values()]
    .filter((entry) => problemsOf(entry).includes(problemId))
    .map((entry) => ({ reference: entry.kind === 'medication' ? `MedicationRequest/${entry.id}` : referenceTo(entry) }));

/** The items of a consultation as its headings have them: prescriptions by what was issued, or planned. */
function consultation(answer: Answer, entry: EncounterEntry): readonly JsonObject[] {
  const { writing } = answer.around;
  const note = isFree(answer, entry) && entry.note !== '' ? freeText(writing, `${entry.id}-note`, entry.note, entry) : undefined;
  const found = entry.about.flatMap((id) => itemOf(answer, id));
  const items = [...new Set(found)];
  const problemRef = items.find((item) => item.startsWith('Condition/'));
  const tree = consultationTree(
    entry,
    {
      headings: [
        { title: 'Examination', items: items.filter((item) => /^(Observation|DiagnosticReport)\//.test(item)) },
        { title: 'Problem', items: items.filter((item) => item.startsWith('Condition/')) },
        { title: 'Medication', items: items.filter((item) => item.startsWith('MedicationRequest/')) },
        { title: 'Plan', items: items.filter((item) => /^(AllergyIntolerance|Immunization|ReferralRequest)\//.test(item)) },
        { title: 'Comment', items: note ? [`Observation/${entry.id}-note`] : [] },
      ],
      problem: problemRef,
    },
    writing,
  );
  return [encounter(entry, writing), ...tree, ...(note ? [note] : [])];
}

function itemOf({ seen, selection }: Answer, id: string): readonly string[] {
  const entry = seen.record.entry(id);
  if (!entry) return [];
  if (entry.kind === 'issue') {
    const plan = selection.told.get(entry.medication);
    const isOrdered = plan?.kind === 'medication' && selection.ordersOf(plan).some((order) => order.id === id);
    return plan ? [`MedicationRequest/${isOrdered ? id : entry.medication}`] : [];
  }
  const led = entry.kind === 'observation' && entry.report !== undefined ? entry.report : id;
  const told = selection.told.get(led);
  if (!told) return [];
  return [told.kind === 'medication' ? `MedicationRequest/${led}` : referenceTo(told)];
}

/** Lists of a Bundle told again: those of areas of a record, and those that a consultation is made of. */
import type { EncounterEntry, Entry, EntryKind } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import type { IsoDate } from '../../population.ts';
import { toPerson, toResource, type FhirVersion, type Writing } from './about.ts';
import { areaCalled, type RecordArea } from './areas.ts';
import { idFor, type BundleModel } from './bundle-model.ts';
import { conceptOf } from './concepts.ts';
import { fhirElement, elementsAt, listOf, stringAt } from './element.ts';
import { englishInstant } from './england-time.ts';
import { kindsToldAs, toEntry } from './referents.ts';
import { hl7System } from './systems.ts';

/** What a list is of: its area, and whether only what other areas lead to (`Problems - medications related to problems`). */
export interface ListedArea extends RecordArea {
  readonly from?: 'consultations' | 'problems';
}

const secondary = /^(consultations|problems)\b.*?[-–]\s*(.+?)[\s-]+(?:contained|related|in consultations)/i;

export function areaOfList(list: JsonObject, version: FhirVersion): ListedArea | undefined {
  const [title, code] = [stringAt(list, 'title'), stringAt(list, 'code', 'coding', 'code')];
  const display = stringAt(list, 'code', 'coding', 'display') ?? stringAt(list, 'code', 'text');
  for (const name of [title, display, code]) {
    const [, from, what] = secondary.exec(name ?? '') ?? [];
    if (from === undefined || what === undefined) continue;
    const area = areaCalled(what) ?? { kinds: [], tells: () => false };
    return { ...area, from: from.toLowerCase() === 'problems' ? 'problems' : 'consultations' };
  }
  const named = [title, display].map((name) => (name === undefined ? undefined : areaCalled(name))).find((area) => area !== undefined);
  if (named) return named;
  const types = elementsAt(list, 'entry').flatMap((entry) => listOf(stringAt(entry, 'item', 'reference')?.split('/').at(-2)));
  const kinds = [...new Set(types.flatMap((type) => kindsToldAs(type, version)))];
  return kinds.length === 0 ? undefined : { kinds, tells: () => true };
}

/** Of an example these are about somebody, or no longer true. */
const ofExample: ReadonlySet<string> = new Set([
  'contained',
  'entry',
  'emptyReason',
  'note',
  'date',
  'subject',
  'source',
  'encounter',
  'id',
]);

function kept(list: JsonObject): Readonly<Record<string, Json>> {
  const members = Object.entries(list).filter(([name]) => !ofExample.has(name));
  const extensions = elementsAt(list, 'extension').filter((each) => !stringAt(each, 'url')?.includes('ListWarningCode'));
  return { ...Object.fromEntries(members), ...('extension' in list && { extension: extensions }) };
}

export interface Listing {
  readonly writing: Writing;
  readonly model: BundleModel;
  readonly asOf: IsoDate;
  /** The entries that the Bundle tells, of one kind. */
  told(kind: EntryKind): readonly Entry[];
}

/** Result lists name reports: what those consist of is found through them. */
const firstKinds = (kinds: readonly EntryKind[]): readonly EntryKind[] =>
  kinds.filter((kind) => kind !== 'issue' && !(kind === 'observation' && kinds.includes('report')));

export function retoldList(list: JsonObject, area: ListedArea, listing: Listing): JsonObject {
  const { writing, told, asOf } = listing;
  const linked = area.from && linkedFrom(area.from, listing);
  const entries = firstKinds(area.kinds)
    .flatMap((kind) => told(kind))
    .filter((entry) => area.tells(entry, asOf) && (linked === undefined || linked.has(entry.id)));
  const items = entries.flatMap((entry) => listOf(toEntry(writing, entry.id))).map((item) => ({ item }));
  return fhirElement({
    ...kept(list),
    ...('id' in list && {
      id: idFor(writing.about.person.nhsNumber, stringAt(list, 'title') ?? stringAt(list, 'code', 'coding', 'code') ?? ''),
    }),
    subject: toPerson(writing),
    ...('date' in list && { date: englishInstant(asOf) }),
    entry: items,
    ...(items.length === 0 && emptiness(listing)),
  });
}

/** Ids of what consultations, or problems, lead to. */
function linkedFrom(from: 'consultations' | 'problems', { told }: Listing): ReadonlySet<string> {
  const contacts = told('encounter').flatMap((entry) => (entry.kind === 'encounter' ? [entry] : []));
  if (from === 'consultations') return new Set(contacts.flatMap(({ about }) => about));
  const problems = new Set(told('condition').map(({ id }) => id));
  const treated = told('medication').filter((entry) => entry.kind === 'medication' && entry.for.some((id) => problems.has(id)));
  const met = contacts.filter(({ about }) => about.some((id) => problems.has(id)));
  return new Set([...treated, ...met].map(({ id }) => id));
}

/** As a list of the model says it, if one is empty. */
function emptiness({ model, writing }: Listing): JsonObject {
  const empty = model.byType.get('List')?.find((list) => 'emptyReason' in list);
  const code = writing.version === 'STU3' ? 'no-content-recorded' : 'nilknown';
  const reason =
    writing.version === 'STU3'
      ? conceptOf('https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-ListEmptyReasonCode-1', code, 'No Content Recorded')
      : conceptOf(hl7System.listEmptyReason.R4, code, 'Nil Known');
  return { emptyReason: empty?.['emptyReason'] ?? reason, note: [{ text: 'Information not available' }] };
}

/** The lists of consultations, as published records build them: of each one that refers to topics, and a topic that refers to what was written. */
export function consultationLists(contacts: readonly Entry[], listing: Listing): readonly JsonObject[] {
  const lists = (listing.model.byType.get('List') ?? []).filter((list) => 'encounter' in list);
  const isTopic = (list: JsonObject): boolean => /topic/i.test(stringAt(list, 'code', 'coding', 'display') ?? '');
  const [consultation, topic] = [lists.find((list) => !isTopic(list)), lists.find(isTopic)];
  if (consultation === undefined || topic === undefined) return [];
  const shapes: Shapes = { consultation: kept(consultation), topic: kept(topic) };
  return contacts.flatMap((entry) => (entry.kind === 'encounter' ? listsOfOne(entry, shapes, listing) : []));
}

interface Shapes {
  readonly consultation: JsonObject;
  readonly topic: JsonObject;
}

function listsOfOne(entry: EncounterEntry, shapes: Shapes, { writing }: Listing): readonly JsonObject[] {
  const encounter = toEntry(writing, entry.id);
  if (encounter === undefined) return [];
  const shared = { subject: toPerson(writing), encounter, date: englishInstant(entry.recorded, entry.time) };
  const topicId = topicOf(entry);
  const items = entry.about.flatMap((id) => listOf(toEntry(writing, id))).map((item) => ({ item }));
  return [
    fhirElement({
      ...shapes.consultation,
      id: consultationOf(entry),
      title: entry.reason.text,
      ...shared,
      entry: listOf(toResource(writing, { type: 'List', id: topicId })).map((item) => ({ item })),
    }),
    fhirElement({
      ...shapes.topic,
      id: topicId,
      ...shared,
      entry: items,
      ...(items.length === 0 && { emptyReason: { text: 'Nothing coded' } }),
    }),
  ];
}

export const consultationOf = ({ id }: EncounterEntry): string => idFor(id, 'consultation');
export const topicOf = ({ id }: EncounterEntry): string => idFor(id, 'topic');

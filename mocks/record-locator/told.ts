/**
 * Pointers that nobody made: to the plans that are in force in people's records, at the practice that wrote them, and to the summary that
 * their practice has of each, while they live. A plan that is made anew takes the place of the one before it, as a producer would have it.
 * Their documents are served beside the pointers, which lead there.
 */
import type { DocumentEntry, Entry } from '../../src/clinical-record.ts';
import { englishInstant } from '../../src/fhir/clinical/england-time.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Person } from '../../src/population.ts';
import { personId, readPersonId } from '../../src/world/clinical/person-ids.ts';
import { composed } from './composed.ts';
import { kinds, personalisedPlan, summaryRecord } from './kinds.ts';
import { ownerOf, type Pointer } from './pointer.ts';
import { publishedById, publishedOf, type PublishedPointer } from './published.ts';

type Asked = Pick<AnyCall, 'population' | 'seed' | 'url'>;

export function toldOf(call: Asked, nhsNumber: string): readonly Pointer[] {
  const published = publishedOf(nhsNumber).map((each) => publishedPointer(call, each));
  const record = call.population.record(nhsNumber);
  if (!record || record.person.death) return published;
  const plans = record.of('document').flatMap((document) => planPointer(call, nhsNumber, document) ?? []);
  const summary = summaryPointer(call, record.person);
  return [...published, ...plans, ...(summary ? [summary] : [])];
}

export function toldById(call: Asked, id: string): Pointer | undefined {
  const published = publishedById(id);
  if (published) return publishedPointer(call, published);
  const name = nameIn(id);
  const found = call.population.entry(name);
  const patient = found ? call.population.find(found.nhsNumber) : patientOfSummary(call, name);
  if (!patient || patient.death) return undefined;
  const told = found ? planPointer(call, patient.nhsNumber, found.entry) : summaryPointer(call, patient);
  return told?.id === id ? told : undefined;
}

const nameIn = (id: string): string => id.slice(ownerOf(id).length + 1);

/** Undefined for whatever is no plan, and for one that holds no more. */
function planPointer(call: Asked, nhsNumber: string, document: Entry): Pointer | undefined {
  if (document.kind !== 'document' || document.sort !== 'care-plan' || document.organisation === undefined) return undefined;
  const { id, organisation, recorded, time, title } = document;
  if (!/^[A-Za-z0-9][\w-]{0,55}$/.test(id) || hasEnded(call, document)) return undefined;
  return pointer(call, {
    id: `${organisation}-${id}`,
    nhsNumber,
    type: typeOfPlan(document),
    date: englishInstant(recorded, time),
    title,
    stability: 'static',
  });
}

function hasEnded({ population }: Asked, { about }: DocumentEntry): boolean {
  return about.some((id) => {
    const entry = population.entry(id)?.entry;
    return entry?.kind === 'care-plan' && entry.end !== undefined && entry.end <= population.asOf;
  });
}

/** Plans of no sort of their own are personal ones. */
function typeOfPlan({ type: { coding } }: DocumentEntry): string {
  const type = `${coding?.system}|${coding?.code}`;
  return type in kinds ? type : personalisedPlan;
}

/** Of whoever has a practice. */
function summaryPointer(call: Asked, { nhsNumber, registrations }: Person): Pointer | undefined {
  const [registered] = registrations;
  if (!registered || registered.period.end !== undefined) return undefined;
  return pointer(call, {
    id: `${registered.practice}-${personId(call.seed, nhsNumber)}`,
    nhsNumber,
    type: summaryRecord,
    date: englishInstant(registered.period.start),
    title: 'Summary record',
    stability: 'dynamic',
  });
}

export function patientOfSummary({ population, seed }: Asked, name: string): Person | undefined {
  const number = readPersonId(seed, name);
  return number && population.find(number);
}

const publishedPointer = (call: Asked, { id, nhsNumber, type, date }: PublishedPointer): Pointer =>
  pointer(call, { id, nhsNumber, type, date, title: kinds[type]?.display ?? '', stability: 'static' });

interface Told extends PublishedPointer {
  readonly title: string;
  readonly stability: 'static' | 'dynamic';
}

function pointer(call: Asked, { id, title, ...rest }: Told): Pointer {
  const attachment = { contentType: 'application/pdf', language: 'en-GB', url: call.url(`/documents/${id}`), title, creation: rest.date };
  return composed({ id, ...rest, attachment, format: 'unstructured', setting: ['1060971000000108', 'General practice service'] });
}

/**
 * Every vaccination that the service has: those that clients have written, and those of people's records that none of them has. What is
 * written here is written into the record of whom it is about, so that every API tells it.
 */
import type { Entry, VaccinationEntry } from '../../../src/clinical-record.ts';
import type { JsonObject } from '../../../src/contract/contract.ts';
import { readVaccination } from '../../../src/fhir/clinical/vaccinations.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { OdsCode } from '../../../src/population.ts';
import { objectsOf } from '../validate/elements.ts';
import { nhsNumberIn, vaccineIn } from '../validate/vaccination.ts';
import { publishedVaccinations } from './published.ts';
import { isHeld, ownIdentifier, told, type Identifier } from './told.ts';

export interface Vaccination {
  readonly id: string;
  readonly version: number;
  /** Deleted ones are kept, to be reinstated. */
  readonly isDeleted?: true;
  readonly vaccine: string;
  /** Absent of somebody whose number nobody knew. */
  readonly nhsNumber?: string;
  /** As it was sent, or as the record tells it; with the id. */
  readonly resource: JsonObject;
}

const collection = 'immunisation-fhir/vaccination';
/** Which entries of their records the published ids stand for, once something of theirs was written. */
const published = 'immunisation-fhir/published';
/** More than anybody is given. */
const atMost = 10_000;

/** Under the id that was asked for: a published one stands for an entry that has another. */
export function vaccinationOf(call: AnyCall, id: string): Vaccination | undefined {
  const own = entryIdOf(call, id);
  if (own === undefined) return undefined;
  const found = writtenUnder(call, own) ?? toldOf(call, own);
  return found && own !== id ? { ...found, id, resource: { ...found.resource, id } } : found;
}

function writtenUnder(call: AnyCall, id: string): Vaccination | undefined {
  const document = call.store.get(collection, id);
  return document === undefined ? undefined : JSON.parse(document); // as `put` wrote it
}

function toldOf(call: AnyCall, id: string): Vaccination | undefined {
  const { entry, nhsNumber } = call.population.entry(id) ?? {};
  return entry?.kind === 'vaccination' && nhsNumber !== undefined && isHeld(entry) ? asTold(call, entry, nhsNumber) : undefined;
}

function asTold(call: AnyCall, entry: VaccinationEntry, nhsNumber: string): Vaccination | undefined {
  const { population } = call;
  const person = population.record(nhsNumber)?.person;
  const example = [...publishedVaccinations].find(([id, one]) => one.nhsNumber === nhsNumber && entryIdOf(call, id) === entry.id);
  const identifier = example?.[1].identifier ?? ownIdentifier(entry.id);
  return person && { id: entry.id, version: 1, vaccine: entry.sort, nhsNumber, resource: told(entry, person, population, identifier) };
}

const heldIn = ({ population }: AnyCall, nhsNumber: string): readonly VaccinationEntry[] =>
  population.record(nhsNumber)?.of('vaccination').filter(isHeld) ?? [];

/** A published id stands for the first of its person's that is against the same. */
function entryIdOf(call: AnyCall, id: string): string | undefined {
  const example = publishedVaccinations.get(id);
  if (!example) return id;
  return call.store.get(published, id) ?? heldIn(call, example.nhsNumber).find(({ sort }) => sort === example.vaccine)?.id;
}

export function vaccinationWith(call: AnyCall, { system, value }: Identifier): Vaccination | undefined {
  indexed(call);
  const [found] = call.store.find(collection, [{ name: 'identifier', anyOf: [`${system}#${value}`] }], { limit: 1 });
  if (found) return JSON.parse(found.document); // as `put` wrote it
  const example = [...publishedVaccinations].find(([, one]) => isOne(one.identifier, { system, value }));
  const known = toldOf(call, example ? (entryIdOf(call, example[0]) ?? '') : value);
  return known && isOne(identifierOf(known), { system, value }) ? known : undefined;
}

const isOne = (a: Identifier, b: Identifier): boolean => a.system === b.system && a.value === b.value;

/** Somebody's with one of these vaccines, latest first. */
export function vaccinationsOf(call: AnyCall, nhsNumber: string, vaccines: readonly string[]): readonly Vaccination[] {
  indexed(call);
  const written = call.store
    .find(collection, [{ name: 'patient', anyOf: [nhsNumber] }], { limit: atMost })
    .map(({ document }): Vaccination => JSON.parse(document)) // as `put` wrote it
    .filter(({ isDeleted, vaccine }) => !isDeleted && vaccines.includes(vaccine));
  const recorded = heldIn(call, nhsNumber)
    .filter(({ id, sort }) => vaccines.includes(sort) && call.store.get(collection, id) === undefined)
    .flatMap((entry) => asTold(call, entry, nhsNumber) ?? []);
  return [...written, ...recorded].toSorted((a, b) => (occurredOf(a) < occurredOf(b) ? 1 : -1));
}

export const occurredOf = ({ resource }: Vaccination): string => String(resource['occurrenceDateTime']);

export function identifierOf({ resource }: Pick<Vaccination, 'resource'>): Identifier {
  const [identifier] = objectsOf(resource['identifier']);
  return { system: String(identifier?.['system']), value: String(identifier?.['value']) };
}

/** Puts a version in the place of the one before, here and in the record of whom it is about. */
export function keep(call: AnyCall, { id: asked, resource, version }: Pick<Vaccination, 'id' | 'resource' | 'version'>): Vaccination {
  const id = entryIdOf(call, asked) ?? asked;
  const vaccine = vaccineIn(resource) ?? '';
  const nhsNumber = nhsNumberIn(resource);
  const kept = { id, version, vaccine, resource: { ...resource, id }, ...(nhsNumber !== undefined && { nhsNumber }) };
  put(call, kept);
  const person = nhsNumber === undefined ? undefined : call.population.find(nhsNumber);
  const before = call.population.entry(id);
  const entry = person && entryFrom(call, resource, { id, vaccine, before: before?.entry });
  if (person && entry) {
    call.enter({ nhsNumber: person.nhsNumber, id, entry });
    call.note(`Written into the clinical record of ${person.nhsNumber}, which every API tells.`);
  } else if (before) call.enter({ nhsNumber: before.nhsNumber, id, entry: undefined });
  return kept;
}

export function remove(call: AnyCall, { id: asked, ...vaccination }: Vaccination): void {
  const id = entryIdOf(call, asked) ?? asked;
  put(call, { ...vaccination, id, resource: { ...vaccination.resource, id }, isDeleted: true });
  const before = call.population.entry(id);
  if (before) call.enter({ nhsNumber: before.nhsNumber, id, entry: undefined });
}

interface Read {
  readonly id: string;
  readonly vaccine: string;
  readonly before: Entry | undefined;
}

/** What the record says already and a resource does not stays, unless it is another vaccine now. */
function entryFrom({ population }: AnyCall, resource: JsonObject, { id, vaccine, before }: Read): VaccinationEntry | undefined {
  const isSame = before?.kind === 'vaccination' && before.sort === vaccine;
  const read = readVaccination(resource, {
    id,
    today: population.asOf,
    isOrganisation: (text): text is OdsCode => population.organisation(text) !== undefined,
    ...(isSame && { before }),
  });
  return read && { ...read, sort: vaccine };
}

/** What published ids stand for is held fast before anything of the same person changes. */
function put(call: AnyCall, vaccination: Vaccination): void {
  const { nhsNumber = '' } = vaccination;
  for (const [id, one] of publishedVaccinations) {
    const entryId = one.nhsNumber === nhsNumber ? entryIdOf(call, id) : undefined;
    if (entryId !== undefined) call.store.put(published, id, entryId);
  }
  indexed(call);
  call.store.put(collection, vaccination.id, JSON.stringify(vaccination), indexOf(vaccination));
}

const indexed = ({ store }: AnyCall): void => store.reindex(collection, 'vaccination/1', (document) => indexOf(JSON.parse(document)));

function indexOf(vaccination: Vaccination): readonly { readonly name: string; readonly value: string }[] {
  const { system, value } = identifierOf(vaccination);
  return [
    { name: 'patient', value: vaccination.nhsNumber ?? '' },
    { name: 'identifier', value: `${system}#${value}` },
  ];
}

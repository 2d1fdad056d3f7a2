/** What a search parameter means, from its name and the items: members, type, modifier, and the side it bounds. */
import type { Json, Operation } from '../../../contract/contract.ts';
import type { Meaning } from '../../../meaning/infer-roles.ts';
import { instanceLeaves } from '../../../meaning/schema/instance-leaves.ts';
import type { IdPlan } from '../../resource/id-plan.ts';
import type { Shape } from '../envelope/shape.ts';
import { emptyField, type SearchedField } from './field.ts';
import { searchableMembers, type Member, type Side } from './members.ts';
import { fhirSearch } from './read-fhir-name.ts';
import { identitySearch, plainSearch } from './read-plain-name.ts';

export interface SearchParameter {
  readonly name: string;
  readonly field: SearchedField;
  readonly modifier?: string;
  readonly bound?: Side;
}

/** What the items of a list are, as far as a search wants to know. */
export interface Searched {
  readonly meaning: Meaning;
  readonly operation: Operation;
  readonly item: Shape | undefined;
  readonly members: readonly Member[];
  /** What the items are called: the last word of the collection's path. */
  readonly name: string;
  readonly fhir: boolean;
  readonly itemParameter: string | undefined;
  readonly id: IdPlan;
  /** Names of all query parameters: a bound often has its other side there. */
  readonly names: readonly string[];
}

export function searched(about: Omit<Searched, 'members'>): Searched {
  return { ...about, members: about.item ? searchableMembers(about.item) : [] };
}

/** Undefined where the items have nothing that the parameter could be about. */
export function readParameter(about: Searched, name: string): SearchParameter | undefined {
  const found = about.fhir ? (fhirSearch(about, name) ?? plainSearch(about, name)) : plainSearch(about, name);
  const identity = found ?? identitySearch(about, name);
  const declared = about.operation.parameters.find((parameter) => parameter.in === 'query' && parameter.name === name);
  const isPerson = declared !== undefined && about.meaning.parameterRole(about.operation, declared) === 'patient.nhsNumber';
  return isPerson ? { name, ...identity, field: personField(about, identity?.field) } : identity;
}

/** Names of a person, at the places of a field, and else wherever a body gives an NHS number as a patient's. */
export function personField(about: Searched, field: SearchedField | undefined): SearchedField {
  const base =
    field?.kind === 'token' || field?.kind === 'reference'
      ? field
      : { ...emptyField, kind: 'token' as const, places: field?.places ?? [], bare: false };
  return { ...base, key: `${base.key}@`, refers: true, loosely: true, otherwise: (body) => numbersIn(about, body) };
}

/** A view of another collection shows what tells of whom its path names, wherever that stands. */
export function viewParameter(name: string): SearchParameter {
  return { name, field: { ...emptyField, kind: 'token', indexed: false, otherwise: (body) => idsIn(body) } };
}

/** Every text and number of a body, and what stands at the end of references and identifiers. */
function idsIn(body: Json): readonly string[] {
  if (typeof body === 'string') return [body, ...[/[^/]+$/, /[^|]+$/].flatMap((end) => end.exec(body)?.[0] ?? [])];
  if (typeof body === 'number') return [String(body)];
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(idsIn) : [];
}

/** NHS numbers that a body gives as a patient's, however deep. */
function numbersIn({ meaning }: Searched, body: Json): readonly string[] {
  return instanceLeaves(meaning, body)
    .filter(({ role }) => role === 'patient.nhsNumber')
    .map(({ value }) => String(value).replace(/[ -]/g, ''));
}

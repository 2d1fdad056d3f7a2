/** Makes a body that was published about somebody tell of the person asked for: name, birth date, gender, address, contact details and practice. */
import type { Json, SchemaObject } from '../../contract/contract.ts';
import type { Population } from '../../population.ts';
import type { Bound } from '../semantics/bound.ts';
import type { FitsLeaf } from '../semantics/leaf-constraints.ts';
import type { Role } from '../semantics/roles.ts';
import type { RoleLeaf } from './bind-ids.ts';
import type { Edit } from './edits.ts';
import { entityValue, type Spellings } from './entity-values.ts';
import { subjectOf } from './subject.ts';

/** Words around an organisation's leaf that make it the person's own practice, and not whoever referred them. */
const OWN_PRACTICE = /practice|surgery|generalpractitioner|registered|managingorgani[sz]ation|^gp/i;
/** Parts of a list about one person (an old name, a second address) that the person may not have. */
const LISTED: ReadonlySet<string> = new Set(['name', 'names', 'address', 'addresses', 'telecom']);

export interface PersonTask {
  readonly leaves: readonly RoleLeaf[];
  readonly bound: Bound;
  readonly population: Population;
  readonly today: string;
  fits: FitsLeaf;
}

/** Nothing where the population does not know the person. */
export function personEdits({ leaves, bound, population, today, fits }: PersonTask): readonly Edit[] {
  const number = bound.byRole['patient.nhsNumber'];
  if (number === undefined || !population.find(number)) return [];
  const subject = subjectOf(population, { byName: {}, byRole: { 'patient.nhsNumber': number } }, number);
  const others = othersThan(leaves);
  const practices = ownPractices(leaves);
  const edits: Edit[] = [];
  for (const leaf of leaves) {
    if (
      leaf.role === undefined ||
      leaf.role === 'patient.nhsNumber' ||
      !isOfThePerson(leaf, leaf.role, practices) ||
      others.some((place) => within(leaf.tokens, place))
    )
      continue;
    const beyond = leaf.tokens.findIndex((token, i) => LISTED.has(token) && Number(leaf.tokens[i + 1]) > 0);
    if (beyond >= 0 && leaf.role.startsWith('patient.') && leaf.tokens[beyond] !== 'telecom') {
      edits.push({ tokens: leaf.tokens.slice(0, beyond + 2) });
      continue;
    }
    const extension = leaf.role.startsWith('pharmacy.') && !subject.person.pharmacy ? leaf.tokens.lastIndexOf('extension') : -1;
    if (extension >= 0) {
      edits.push({ tokens: leaf.tokens.slice(0, extension + 2) });
      continue;
    }
    const spelt = entityValue(subject, leaf.role, leaf.index, today) ?? [];
    edits.push(editFor(leaf, spelt, fits));
  }
  if (!subject.person.death)
    edits.push(...leaves.filter(saysDead).map(({ tokens, leaf }) => ({ tokens: leaf.name === 'url' ? tokens.slice(0, -1) : tokens })));
  return [...edits, ...missingParts(leaves, edits, subject.person.names[0]?.given ?? [])];
}

/** What FHIR says of the dead beside the date: a flag, or an extension about how the death was notified. */
function saysDead({ leaf, value, tokens }: RoleLeaf): boolean {
  return leaf.name === 'deceasedBoolean' || (leaf.name === 'url' && /death/i.test(String(value)) && tokens.at(-3) === 'extension');
}

function isOfThePerson({ leaf, tokens }: RoleLeaf, role: Role, practices: readonly (readonly string[])[]): boolean {
  if (role.startsWith('patient.')) return !leaf.context.some((word) => /birthplace/i.test(word));
  if (role.startsWith('pharmacy.')) return leaf.context.some((word) => /nominated/i.test(word));
  return (
    role.startsWith('organisation.') &&
    (leaf.context.some((word) => OWN_PRACTICE.test(word)) || practices.some((place) => within(tokens, place)))
  );
}

/** Resources that a patient refers to as their practice. */
function ownPractices(leaves: readonly RoleLeaf[]): readonly (readonly string[])[] {
  const referred = leaves.filter(
    ({ leaf }) => leaf.name === 'reference' && leaf.resource?.type === 'Patient' && leaf.context.some((word) => OWN_PRACTICE.test(word)),
  );
  const ids = new Set(referred.map(({ value }) => String(value).replace(/^.*[/#:]/, '')));
  return leaves
    .filter(({ leaf, value }) => leaf.name === 'id' && leaf.resource?.path === 'id' && ids.has(String(value)))
    .map(({ tokens }) => tokens.slice(0, -1));
}

/** Resources about other people: those that hold another NHS number than the first. */
function othersThan(leaves: readonly RoleLeaf[]): readonly (readonly string[])[] {
  const numbered = leaves.filter(({ role }) => role === 'patient.nhsNumber');
  const first = numbered[0]?.value;
  return numbered.filter(({ value }) => value !== first).map(({ tokens }) => resourceAround(tokens));
}

/** The entry of a Bundle or item of a list that a place is in; without one, the place's own object. */
function resourceAround(tokens: readonly string[]): readonly string[] {
  const index = tokens.findIndex((token) => /^\d+$/.test(token));
  return index >= 0 && index < tokens.length - 3 ? tokens.slice(0, index + 1) : tokens.slice(0, -1);
}

function within(tokens: readonly string[], place: readonly string[]): boolean {
  return place.length > 0 && place.every((token, i) => tokens[i] === token);
}

/** Spelt as the published value is; taken out (with the telecom it is part of) where the person has none. */
function editFor({ tokens, value, leaf }: RoleLeaf, spelt: Spellings, fits: FitsLeaf): Edit {
  const fitting = spelt.filter((each) => typeof each === typeof value && fits(leaf.schema, each) && fitsWords(leaf.schema, each));
  const like = fitting.find((each) => shapeOf(each) === shapeOf(value)) ?? fitting[0];
  if (like !== undefined) return { tokens, value: like };
  const listed = typeof leaf.siblings['system'] === 'string' && /^\d+$/.test(tokens.at(-2) ?? '');
  return { tokens: listed ? tokens.slice(0, -1) : tokens };
}

function fitsWords({ enum: words }: SchemaObject, value: Json): boolean {
  return words === undefined || words.includes(value);
}

/** `Smith` and `Lee` are alike, `SMITH` is not; a date is not like a date and time. */
function shapeOf(value: Json): string {
  return String(value)
    .replace(/\p{Lu}{2,}/gu, 'AA')
    .replace(/\p{Lu}?\p{Ll}+/gu, 'a')
    .replace(/\d/g, '9')
    .replace(/9{5,}/g, '9+');
}

/** A person with three given names has all of them in a list that showed one. */
function missingParts(leaves: readonly RoleLeaf[], edits: readonly Edit[], given: readonly string[]): readonly Edit[] {
  const more: Edit[] = [];
  for (const { role, tokens, index } of leaves) {
    if (role !== 'patient.givenName' || index !== 0 || tokens.at(-1) !== '0' || given.length < 2) continue;
    const list = tokens.slice(0, -1);
    if (edits.some((edit) => edit.value === undefined && edit.tokens.length < tokens.length && within(tokens, edit.tokens))) continue;
    more.push({ tokens: list, value: given });
  }
  return more;
}

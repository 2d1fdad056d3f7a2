/** Makes a body that was published about somebody tell of the person asked for: name, birth date, gender, address, contact details and practice. */
import type { Json, SchemaObject } from '../../contract/contract.ts';
import type { Population } from '../../population.ts';
import { type Bound, UNBOUND } from '../../meaning/bound.ts';
import { placeInList } from '../../meaning/schema/leaf.ts';
import type { FitsLeaf } from '../../meaning/schema/leaf-constraints.ts';
import type { RoleLeaf } from '../../meaning/studied-body.ts';
import { plain } from './bind-ids.ts';
import type { Edit } from './edits.ts';
import { entityValue, type Spellings } from '../leaves/entity-values.ts';
import { fictionalPerson } from '../people/fictional.ts';
import { likeliest } from '../likeness.ts';
import { mentionEdits } from '../people/mentions.ts';
import { inPlainLetters } from '../leaves/spell.ts';
import { type Subject, subjectOf } from '../people/subject.ts';
import { personLeaves } from '../people/whose-leaf.ts';

/** Parts of a list about one person (an old name, a second address) that the person may not have. */
const LISTED: ReadonlySet<string> = new Set(['name', 'names', 'address', 'addresses', 'telecom']);
/** Lists of parts: the person may have more of them, or fewer, than were published. */
const PARTS = /\.(givenName|addressLine)$/;
const MOST_PARTS = 5;

export interface PersonTask {
  readonly leaves: readonly RoleLeaf[];
  readonly bound: Bound;
  readonly population: Population;
  readonly today: string;
  fits: FitsLeaf;
}

/** Nothing where no person is asked for, or where nobody has the number and the body was published under it. */
export function personEdits({ leaves, bound, population, today, fits }: PersonTask): readonly Edit[] {
  const number = bound.byRole['patient.nhsNumber'];
  if (number === undefined || (!population.find(number) && (population.size === 0 || isAbout(leaves, number)))) return [];
  const subject = subjectOf(population, { ...UNBOUND, byRole: { 'patient.nhsNumber': number } }, number);
  // Where a contract requires what the record does not have, somebody made up stands in: never whom the body was published about.
  let madeUp: Subject | undefined;
  const standIn = (): Subject => (madeUp ??= { ...subject, person: fictionalPerson(number) });
  const edits: Edit[] = [];
  for (const leaf of personLeaves(leaves)) {
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
    const valueAt = (of: Subject, index: number): Json | undefined =>
      spelling(leaf, entityValue(of, leaf.role, { index, beside: leaf.leaf.beside, today }) ?? [], fits);
    if (!PARTS.test(leaf.role) || leaf.tokens.at(-1) !== String(leaf.index)) {
      const index = placeInList(leaf.leaf.name, leaf.index);
      edits.push(editFor(leaf, valueAt(subject, index), () => valueAt(standIn(), index)));
    } else if (leaf.index === 0) {
      const parts = Array.from({ length: MOST_PARTS }, (_, index) => valueAt(subject, index)).filter((part) => part !== undefined);
      edits.push(listEdit(leaf.tokens.slice(0, -1), parts, () => valueAt(standIn(), 0)));
    }
  }
  if (!subject.person.death)
    edits.push(...leaves.filter(saysDead).map(({ tokens, leaf }) => ({ tokens: leaf.name === 'url' ? tokens.slice(0, -1) : tokens })));
  return [...mentionEdits(leaves, subject.person), ...edits];
}

function isAbout(leaves: readonly RoleLeaf[], number: string): boolean {
  return leaves.some(({ role, value }) => role === 'patient.nhsNumber' && plain(role, value) === number);
}

/** What FHIR says of the dead beside the date: a flag, or an extension about how the death was notified. */
function saysDead({ leaf, value, tokens }: RoleLeaf): boolean {
  return leaf.name === 'deceasedBoolean' || (leaf.name === 'url' && /death/i.test(String(value)) && tokens.at(-3) === 'extension');
}

/** As the published value is spelt. */
function spelling({ value, leaf }: RoleLeaf, spelt: Spellings, fits: FitsLeaf): Json | undefined {
  if (spelt.includes(value)) return value;
  const fitting = spelt.filter((each) => typeof each === typeof value && fits(leaf.schema, each) && fitsWords(leaf.schema, each));
  // Letters without their accents and commas serve only where nothing else fits.
  const [first = ''] = fitting;
  const plainer = typeof first === 'string' && fitting.length > 1 ? inPlainLetters(first) : first;
  return likeliest(value, plainer === first ? fitting : fitting.filter((each) => each !== plainer));
}

function fitsWords({ enum: words }: SchemaObject, value: Json): boolean {
  return words === undefined || words.includes(value);
}

/** All the parts there are; as many as will do where the contract takes no more. */
function listEdit(tokens: readonly string[], parts: readonly Json[], otherwise: () => Json | undefined): Edit {
  const first = parts[0] ?? otherwise();
  return {
    tokens,
    ...(parts.length > 0 ? { value: parts } : {}),
    ...(first === undefined ? {} : { refused: { tokens, value: [first] } }),
  };
}

/** Taken out (with the telecom it is part of) where the person has none. */
function editFor({ tokens, leaf }: RoleLeaf, value: Json | undefined, otherwise: () => Json | undefined): Edit {
  if (value !== undefined) return { tokens, value };
  const listed = typeof leaf.siblings['system'] === 'string' && /^\d+$/.test(tokens.at(-2) ?? '');
  const instead = otherwise();
  return { tokens: listed ? tokens.slice(0, -1) : tokens, ...(instead === undefined ? {} : { refused: { tokens, value: instead } }) };
}

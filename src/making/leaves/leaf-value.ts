/** The value of one leaf: by its role, else its published example, else whatever its constraints allow that reads sensibly. */
import type { Json, SchemaObject } from '../../contract/contract.ts';
import { isRole } from '../../meaning/roles/check-role.ts';
import type { Leaf } from '../../meaning/schema/leaf.ts';
import { type FitsLeaf, typesOf } from '../../meaning/schema/leaf-constraints.ts';
import type { Role } from '../../meaning/roles/roles.ts';
import type { Faker } from '../faker.ts';
import { numberFor } from './number.ts';
import { holdToLength, holdToPattern } from '../room.ts';
import { LONGEST, shortestOf, writePattern } from '../pattern/write-pattern.ts';
import { flagFor, sentenceFor, titleFor, toLength, usualOf } from './plain-words.ts';
import { roleValues, type ValueSource } from './role-values.ts';
import { spellMoment } from './moments.ts';
import { chanceOf, uuidOf } from '../seed.ts';

export interface LeafTask {
  readonly leaf: Leaf;
  readonly role: Role | undefined;
  readonly source: ValueSource;
  readonly fits: FitsLeaf;
  readonly faker?: Faker;
  /** What a published example has here. */
  readonly hint?: Json;
  /** An optional leaf of which the record says nothing is left out. */
  readonly optional: boolean;
  /** Grows each time the contract refuses what this leaf was given: 1 mistrusts the hint, 2 the role and examples, more only the draw. */
  readonly refused: number;
}

/** Roles whose published value says more than we could; the others are made for this answer. */
const DESCRIBED: ReadonlySet<Role> = new Set<Role>([
  'code',
  'code.snomed',
  'code.display',
  'codeSystem',
  'url',
  'mediaType',
  'unit',
  'language',
  'country',
  'title',
  'freeText',
  'quantity',
  'count',
  'money',
  'percentage',
  'fileName',
  'base64',
  'versionId',
  'etag',
  'flag',
  'duration',
  'time',
  'latitude',
  'longitude',
  'resourceType',
]);

export function leafValue(task: LeafTask): Json | undefined {
  const { leaf, role, fits, refused } = task;
  const { schema } = leaf;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return enumValue(task, schema.enum);
  holdToLength(schema.minLength ?? 0);
  if (refused === 0 && task.hint !== undefined && trusted(task, task.hint)) return task.hint;
  if (refused < 2) {
    const published = [leaf.example, schema.default].find((value) => value !== undefined && trusted(task, value));
    if (published !== undefined && (role === undefined || DESCRIBED.has(role))) return published;
    if (role) {
      const values = roleValues(role, task.source).filter((value) => isRole(role, value));
      const found = values.find((value) => fits(schema, value)) ?? fitted(task, values);
      if (found !== undefined) return found;
      if (values.length === 0 && task.optional && refused === 0 && task.hint === undefined) return undefined;
    }
    if (published !== undefined && role !== 'patient.nhsNumber') return published;
  }
  return constrained(task);
}

/** A value that somebody published here: kept where it fits, says something, and is not a placeholder or a number that could be a living person's. */
function trusted({ leaf, role, fits }: LeafTask, value: Json): boolean {
  if (value === '' || value === 'string' || value === null || typeof value === 'object') return false;
  if (!fits(leaf.schema, value)) return false;
  if (role === undefined) return true;
  return isRole(role, value) && !(role.endsWith('nhsNumber') && !/(^|\|)9/.test(String(value)));
}

/** Values of a list that are looked at for what they mean, one by one and for each leaf. Of more, one is as good as another. */
const MEANT_VALUES = 500;

function enumValue({ leaf, role, source, hint, refused }: LeafTask, values: readonly Json[]): Json | undefined {
  if (refused === 0 && hint !== undefined && values.includes(hint)) return hint;
  const looked = values.length > MEANT_VALUES ? values.slice(0, MEANT_VALUES) : values;
  const meant = role === undefined ? [] : looked.filter((value) => isRole(role, value));
  const among = meant.length > 0 ? meant : looked;
  const { chance, label } = source;
  const wanted = role === undefined || refused > 0 ? [] : roleValues(role, source);
  const told = among.find((value) => wanted.some((word) => String(word).toLowerCase() === String(value).toLowerCase()));
  if (told !== undefined) return told;
  if (refused > 0) return values[(refused + chance.int(0, values.length - 1, label)) % values.length];
  if (leaf.example !== undefined && values.includes(leaf.example)) return leaf.example;
  return usualOf(source.path, among, chance.of(label));
}

/** Text of the right meaning but the wrong length is cut or repeated, where the role allows it still. */
function fitted({ leaf, role, fits }: LeafTask, values: readonly Json[]): Json | undefined {
  const { minLength = 0, maxLength = Infinity } = leaf.schema;
  for (const value of values) {
    if (typeof value !== 'string' || role === undefined) continue;
    const text = toLength(value, minLength, maxLength);
    if (fits(leaf.schema, text) && isRole(role, text)) return text;
  }
  return undefined;
}

function constrained(task: LeafTask): Json {
  const { leaf, source, refused } = task;
  const label = `${source.label} ${refused}`;
  const chance = chanceOf(`${source.chance.hex(8, 'leaf')} ${label}`);
  switch (kindOf(leaf.schema)) {
    case 'boolean':
      return refused > 2 ? chance.of('flag') < 0.5 : flagFor(leaf.name, chance.of('flag'));
    case 'integer':
    case 'number':
      return numberFor(leaf.schema, chance, 'number');
    case 'null':
      return null;
    default:
      return constrainedText(task, label, refused > 2 ? [] : plainTexts(leaf, chance.of('sentence')));
  }
}

/** Words first, then common shapes, then the pattern letter by letter: each is made only if the one before does not fit. */
function constrainedText(task: LeafTask, label: string, words: readonly string[]): string {
  const { leaf, source, fits } = task;
  let last: string | undefined;
  for (const make of [() => words, () => shapes(source, label), () => shaped(task, label)]) {
    for (const text of make()) {
      if (fits(leaf.schema, text)) return text;
      last ??= text;
    }
  }
  return last ?? 'example';
}

function kindOf(schema: SchemaObject): string {
  return (
    typesOf(schema).find((type) => type !== 'null') ??
    typesOf(schema)[0] ??
    (schema.minimum === undefined && schema.maximum === undefined ? 'string' : 'number')
  );
}

function plainTexts({ name, schema }: Leaf, draw: number): readonly string[] {
  const { minLength = 0, maxLength = Infinity } = schema;
  const title = titleFor(name);
  const slug = title.toLowerCase().replaceAll(' ', '-');
  return [minLength > 60 ? sentenceFor(draw) : title, slug, slug.toUpperCase(), 'example', 'EXAMPLE', 'Example'].map((text) =>
    toLength(text, minLength, maxLength),
  );
}

/** Common shapes tried before a pattern is written letter by letter. */
function shapes({ chance, now }: ValueSource, label: string): readonly string[] {
  const uuid = uuidOf(chance, label);
  return [
    uuid,
    ...spellMoment(Math.floor(now / 86_400_000) * 86_400_000 - 86_400_000 + 36_000_000),
    `https://example.org/${uuid.slice(0, 8)}`,
    'example@example.com',
    btoa('Synthetic document.'),
  ];
}

function shaped({ leaf, source, faker }: LeafTask, label: string): Iterable<string> {
  const { pattern, format, minLength: least = 0, maxLength: most = Infinity } = leaf.schema;
  if (pattern !== undefined) {
    holdToPattern(shortestOf(pattern), LONGEST);
    return writePattern(pattern, source.chance, label, { least, most });
  }
  const faked = format === undefined ? undefined : faker?.({ type: 'string', format }, source.chance.int(1, 0x7fffffff, label));
  return typeof faked === 'string' && faked !== '' ? [faked] : [];
}

/** A schema as a tree to read: bounded, whatever its author wrote, and without going round in circles. */
import { partAt, cutTo, entriesAt, listAt, shownValue, textAt } from './json-parts.ts';
import { andMore, type PageRoom } from './page-room.ts';
import { followedIn, nameOfReference } from './references.ts';

export interface SchemaView {
  /** Of a member of an object. */
  readonly name?: string;
  readonly isRequired: boolean;
  /** `string`, `list of Coding`, `one of 3`. */
  readonly type: string;
  /** What else it has to be, a line each. */
  readonly facts: readonly string[];
  readonly description?: string;
  readonly children: readonly SchemaView[];
  /** Why its children are not shown. */
  readonly note?: string;
}

const deepest = 6;
const mostOfOneTree = 250;
const mostMembers = 120;
const mostParts = 30;
const mostValues = 20;
const longestValue = 120;

type Growing = { -readonly [Key in keyof SchemaView]: SchemaView[Key] } & { children: Growing[] };

interface Waiting {
  readonly view: Growing;
  readonly inside: readonly Inside[];
  readonly depth: number;
  readonly above: readonly string[];
}

/** A schema within a schema. */
interface Inside {
  readonly name?: string;
  readonly isRequired: boolean;
  readonly schema: unknown;
}

/** Level by level, so that what stands at the top is shown before what is deep inside. */
export function schemaView(document: unknown, schema: unknown, room: PageRoom): SchemaView {
  const tree = { left: Math.min(room.members, mostOfOneTree) };
  const [root, first] = grow(document, { isRequired: false, schema }, { depth: 0, above: [] });
  const waiting: Waiting[] = first ? [first] : [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { view, inside, depth, above } = next;
    if (depth >= deepest || tree.left <= 0) {
      view.note = andMore;
      continue;
    }
    const shown = inside.slice(0, Math.min(mostMembers, tree.left));
    if (shown.length < inside.length) view.note = andMore;
    tree.left -= shown.length;
    room.members -= shown.length;
    for (const one of shown) {
      const [child, more] = grow(document, one, { depth: depth + 1, above });
      view.children.push(child);
      if (more) waiting.push(more);
    }
  }
  return root;
}

function grow(
  document: unknown,
  { name, isRequired, schema }: Inside,
  { depth, above }: Pick<Waiting, 'depth' | 'above'>,
): readonly [Growing, Waiting?] {
  const { node, through } = followedIn(document, schema);
  const parts = partsOf(document, node);
  const listed = listedIn(document, parts);
  const content = listed?.parts ?? parts;
  const passed = [...through, ...(listed?.through ?? [])];
  const description =
    textAt(schema, 'description') ?? textAt(node, 'description') ?? parts.map((part) => textAt(part, 'description')).find(Boolean);
  const inside = insideOf(content);
  const own = passed.map(nameOfReference)[listed ? passed.length - 1 : 0];
  const word = wordOf(content, own, inside);
  const view: Growing = {
    ...(name !== undefined && { name: cutTo(name, longestValue) }),
    isRequired,
    type: listed ? `list of ${word}` : word,
    facts: [...parts.flatMap(factsOf), ...(listed ? listed.parts.flatMap(factsOf).map((fact) => `each: ${fact}`) : [])],
    ...(description !== undefined && { description }),
    children: [],
  };
  const circle = passed.find((reference) => above.includes(reference));
  if (inside.length === 0) return [view];
  if (circle !== undefined) return [{ ...view, note: `As ${nameOfReference(circle)} above.` }];
  return [view, { view, inside, depth, above: [...above, ...passed] }];
}

/** A schema and all that it is said to be as well (`allOf`), which is read as one. */
function partsOf(document: unknown, schema: unknown): readonly unknown[] {
  const parts: unknown[] = [schema];
  for (let next = 0; next < parts.length && parts.length < mostParts; next++) {
    for (const other of listAt(parts[next], 'allOf').slice(0, mostParts - parts.length)) parts.push(followedIn(document, other).node);
  }
  return parts;
}

function listedIn(
  document: unknown,
  parts: readonly unknown[],
): { readonly parts: readonly unknown[]; readonly through: readonly string[] } | undefined {
  const items = parts.map((part) => partAt(part, 'items')).find((one) => one !== undefined);
  if (items === undefined) return undefined;
  const { node, through } = followedIn(document, items);
  return { parts: partsOf(document, node), through };
}

function insideOf(parts: readonly unknown[]): readonly Inside[] {
  const required = new Set(parts.flatMap((part) => listAt(part, 'required')));
  const members = new Map<string, unknown>();
  for (const part of parts) for (const [name, schema] of entriesAt(part, 'properties')) members.set(name, schema);
  const any = parts.flatMap((part) => [
    ...entriesAt(part, 'patternProperties').map(([pattern, schema]): Inside => ({
      name: `any name like ${pattern}`,
      isRequired: false,
      schema,
    })),
    ...(typeof partAt(part, 'additionalProperties') === 'object'
      ? [{ name: 'any other name', isRequired: false, schema: partAt(part, 'additionalProperties') }]
      : []),
    ...[...listAt(part, 'oneOf'), ...listAt(part, 'anyOf')].map((schema): Inside => ({ isRequired: false, schema })),
    ...listAt(part, 'prefixItems').map((schema, index): Inside => ({ name: `number ${index + 1}`, isRequired: false, schema })),
  ]);
  return [...[...members].map(([name, schema]): Inside => ({ name, isRequired: required.has(name), schema })), ...any];
}

function wordOf(parts: readonly unknown[], own: string | undefined, inside: readonly Inside[]): string {
  const [schema] = parts;
  if (schema === true || schema === undefined) return 'anything';
  if (schema === false) return 'nothing';
  const choices = parts.flatMap((part) => [...listAt(part, 'oneOf'), ...listAt(part, 'anyOf')]).length;
  const said = parts.map((part) => partAt(part, 'type')).find((type) => typeof type === 'string' || Array.isArray(type));
  const types = (Array.isArray(said) ? said : [said]).filter((type) => typeof type === 'string');
  const isObject = types.includes('object') || inside.some(({ name }) => name !== undefined);
  const word = types.length > 0 ? types.slice(0, 7).join(' or ') : isObject ? 'object' : choices > 0 ? '' : 'anything';
  const chosen = choices > 0 ? [word, choices === 1 ? '' : `one of ${choices}`].filter(Boolean).join(', ') || 'anything' : word;
  return own !== undefined && (isObject || choices > 0) ? `${cutTo(own, longestValue)} (${chosen})` : chosen;
}

const bounds: readonly (readonly [keyword: string, words: string])[] = [
  ['format', 'format'],
  ['pattern', 'pattern'],
  ['minLength', 'characters at least'],
  ['maxLength', 'characters at most'],
  ['minimum', 'at least'],
  ['maximum', 'at most'],
  ['exclusiveMinimum', 'more than'],
  ['exclusiveMaximum', 'less than'],
  ['multipleOf', 'a multiple of'],
  ['minItems', 'entries at least'],
  ['maxItems', 'entries at most'],
  ['contentEncoding', 'written in'],
  ['contentMediaType', 'holds'],
  ['default', 'if left out'],
];

/** What a value has to be besides its type, a line each. */
export function factsOf(schema: unknown): readonly string[] {
  const values = listAt(schema, 'enum');
  const examples = [partAt(schema, 'example'), ...listAt(schema, 'examples')].filter((value) => value !== undefined);
  return [
    ...(partAt(schema, 'const') === undefined ? [] : [`always ${short(partAt(schema, 'const'))}`]),
    ...(values.length === 0
      ? []
      : [
          `one of: ${values.slice(0, mostValues).map(short).join(', ')}${values.length > mostValues ? ` and ${values.length - mostValues} more` : ''}`,
        ]),
    ...bounds.flatMap(([keyword, words]) => {
      const value = partAt(schema, keyword);
      return value === undefined || typeof value === 'boolean' ? [] : [`${words}: ${cutTo(shownValue(value), 3 * longestValue)}`];
    }),
    ...(partAt(schema, 'uniqueItems') === true ? ['no two alike'] : []),
    ...(partAt(schema, 'additionalProperties') === false ? ['no other members'] : []),
    ...(partAt(schema, 'readOnly') === true ? ['in answers only'] : []),
    ...(partAt(schema, 'writeOnly') === true ? ['in requests only'] : []),
    ...(partAt(schema, 'deprecated') === true ? ['going out of use'] : []),
    ...(examples.length === 0 ? [] : [`for example ${short(examples[0])}`]),
  ];
}

const short = (value: unknown): string => cutTo(shownValue(value), longestValue);

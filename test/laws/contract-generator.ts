/** Draws contracts as people write them: one resource, with the ways in which published APIs differ as dimensions that vary on their own. */
import fc from 'fast-check';
import { settled } from './drawn/settle.ts';
import { kinds, type Kind, type Member, type Mode } from './drawn/members.ts';

/** The first value of each is the plainest: what a failing contract shrinks to. */
export const dimensions = {
  openapi: ['3.0.3', '3.1.0', '3.2.0', '2.0'],
  style: ['plain', 'json-api', 'fhir'],
  media: ['application/json', 'application/vnd.jars.v2+json', 'application/x-www-form-urlencoded'],
  envelope: [
    'bare',
    'items',
    'has-more',
    'django',
    'hal',
    'facets',
    'spring',
    'nested',
    'odata',
    'kubernetes',
    'status',
    'marker',
    'start-index',
    'nullable-array',
    'optional-members',
  ],
  paging: ['none', 'offset', 'page', 'cursor', 'after'],
  id: ['text', 'uuid', 'integer', 'pattern', 'ksuid', 'slug', 'chosen'],
  idName: ['id', 'jarId', 'jar_id'],
  idShown: [true, false],
  parameter: ['same', 'id', 'jarId', 'jar_id'],
  parameterType: ['same', 'string'],
  parents: [0, 1, 2],
  parentsKnown: [true, false],
  showsParent: [false, true],
  schemas: ['one', 'two', 'composed'],
  keys: ['exact', 'range'],
  slash: [false, true],
  sort: [false, true],
  linkHeader: [false, true],
  open: [true, false],
  unknownMember: [false, true],
  acknowledgement: ['row', 'ok', 'empty', 'id', 'receipt', 'outcome'],
  wrapped: ['none', 'answers', 'both'],
  listed: ['whole', 'summary'],
  element: ['bare', 'node', 'scored'],
  ranges: ['from-to', 'after-before', 'min-max', 'brackets'],
  references: [false, true],
  published: ['none', 'item', 'list'],
  item: [true, false],
  put: ['none', 'row', 'empty', 'upsert'],
  patch: ['none', 'merge', 'json-patch', 'partial'],
  delete: ['none', 'empty', 'row'],
  versions: ['none', 'optional', 'required'],
  resource: ['Task', 'Practitioner', 'Slot'],
} as const satisfies Readonly<Record<string, readonly (string | number | boolean)[]>>;

type Dimension = keyof typeof dimensions;
export type Choice = { readonly [Name in Dimension]: (typeof dimensions)[Name][number] };
export interface Shape extends Choice {
  readonly members: readonly Member[];
}

/** Among them words that also name envelopes, pages and states. */
const names = [
  'colour',
  'size',
  'status',
  'start',
  'dueDate',
  'due_date',
  'type',
  'count',
  'notes',
  'total',
  'items',
  'data',
  'code',
  'page',
  'value',
  'name',
  'description',
  'address',
  'madeOn',
  'links',
  'limit',
  'content',
  'results',
  'message',
  'order',
  'sort',
  'format',
  'lang',
  'q',
  'search',
  'key',
  'edition',
  'date',
  'from',
  'to',
  'after',
  'fields',
  'include',
  'created',
  'url',
  'self',
  'next',
  'meta',
  'attributes',
  'resource',
  'entry',
  'error',
  'kind',
  'first',
  'last',
];
const modes: readonly Mode[] = ['optional', 'required', 'readOnly', 'readOnlyRequired', 'writeOnly'];

const drawnMember: fc.Arbitrary<Member> = fc
  .record({
    name: fc.constantFrom(...names),
    kind: fc.constantFrom<Kind>(...kinds),
    mode: fc.constantFrom(...modes),
    search: fc.constantFrom('none' as const, 'equal' as const, 'range' as const),
  })
  .map(settledMember);

/** Nobody can read back what is write-only, and only days and instants have ranges. */
export function settledMember(member: Member): Member {
  const dated = ['date', 'instant', 'whole', 'decimal'].includes(member.kind);
  const searchable = ['text', 'whole', 'choice', 'flag', 'date', 'texts', 'object'].includes(member.kind);
  const sent = member.mode === 'required' || member.mode === 'optional';
  const search = !sent ? 'none' : member.search === 'range' ? (dated ? 'range' : 'none') : searchable ? member.search : 'none';
  return { ...member, search };
}

/** Half of the time the plainest, so that a contract is odd in a few ways at a time. */
const mostlyFirst = <Value>(values: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof(fc.constantFrom(...values.slice(0, 1)), fc.constantFrom(...values));

export type Given = { readonly [Name in Dimension]?: readonly Choice[Name][] };

/** Contracts of which some dimensions are given: a law about replacing wants contracts that replace. */
export function drawnContracts(given: Given = {}): fc.Arbitrary<Shape> {
  const choices = Object.fromEntries(
    Object.entries<readonly (string | number | boolean)[]>({ ...dimensions, ...given }).map(([name, values]) => [
      name,
      mostlyFirst(values),
    ]),
  );
  return fc
    .tuple(
      // Each name has an arbitrary of its own dimension's values.
      fc.record(choices) as unknown as fc.Arbitrary<Choice>,
      fc.uniqueArray(drawnMember, { maxLength: 5, selector: ({ name }) => name }),
    )
    .map(([choice, members]) => settled(choice, members));
}

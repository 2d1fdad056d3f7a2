/** Draws contracts as people write them: one resource, with the ways in which published APIs differ as dimensions that vary on their own. */
import fc from 'fast-check';
import { kinds, type Kind, type Member, type Mode } from './members.ts';

/** The first value of each is the plainest: what a failing contract shrinks to. */
export const dimensions = {
  openapi: ['3.0.3', '3.1.0'],
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

/** Of every contract: a text that must be sent and can be searched by. */
const title: Member = { name: 'title', kind: 'text', mode: 'required', search: 'equal' };

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
  const searchable = ['text', 'whole', 'choice', 'flag', 'date'].includes(member.kind);
  const sent = member.mode === 'required' || member.mode === 'optional';
  const search = !sent ? 'none' : member.search === 'range' ? (dated ? 'range' : 'none') : searchable ? member.search : 'none';
  return { ...member, search };
}

const fhirMembers: Readonly<Record<Choice['resource'], readonly Member[]>> = {
  Task: [
    { name: 'status', kind: 'code', mode: 'required', search: 'equal' },
    { name: 'description', kind: 'text', mode: 'required', search: 'none' },
    { name: 'authoredOn', kind: 'instant', mode: 'optional', search: 'range' },
    { name: 'code', kind: 'concept', mode: 'optional', search: 'equal' },
    { name: 'focus', kind: 'reference', mode: 'optional', search: 'equal' },
    { name: 'identifier', kind: 'identifiers', mode: 'optional', search: 'equal' },
  ],
  Practitioner: [
    { name: 'active', kind: 'flag', mode: 'required', search: 'equal' },
    { name: 'name', kind: 'names', mode: 'required', search: 'equal' },
    { name: 'birthDate', kind: 'date', mode: 'optional', search: 'range' },
    { name: 'identifier', kind: 'identifiers', mode: 'optional', search: 'equal' },
  ],
  Slot: [
    { name: 'status', kind: 'code', mode: 'required', search: 'equal' },
    { name: 'start', kind: 'instant', mode: 'required', search: 'range' },
    { name: 'end', kind: 'instant', mode: 'required', search: 'none' },
    { name: 'comment', kind: 'text', mode: 'optional', search: 'none' },
    { name: 'schedule', kind: 'reference', mode: 'optional', search: 'equal' },
  ],
};

/** A choice made consistent: what cannot stand together gives way, so that every drawn contract is one that somebody could have written. */
export function settled(choice: Choice, drawn: readonly Member[]): Shape {
  const { style } = choice;
  const saysId = choice.id === 'slug' || choice.id === 'chosen';
  const wrapped = style === 'plain' ? choice.wrapped : 'none';
  const id = style !== 'plain' && (choice.id === 'slug' || choice.id === 'chosen' || choice.id === 'integer') ? 'text' : choice.id;
  const acknowledgement =
    !choice.item || style === 'json-api' || (style === 'plain' && choice.acknowledgement === 'outcome')
      ? 'row'
      : style === 'fhir' && (choice.acknowledgement === 'id' || choice.acknowledgement === 'receipt')
        ? 'outcome'
        : choice.acknowledgement;
  const envelope = choice.envelope === 'nullable-array' && choice.openapi === '3.0.3' ? 'bare' : choice.envelope;
  const paging = pagingOf({ ...choice, envelope });
  const form = choice.media === 'application/x-www-form-urlencoded';
  const media = style === 'plain' && !(form && wrapped === 'both') ? choice.media : 'application/json';
  const flat = ({ kind }: Member): boolean => ['text', 'whole', 'choice', 'flag', 'date', 'instant', 'decimal', 'texts'].includes(kind);
  const members = [
    title,
    ...drawn.filter((member) =>
      media === 'application/x-www-form-urlencoded' ? flat(member) || member.mode.startsWith('readOnly') : true,
    ),
  ].filter(
    ({ name, mode }) =>
      !(name === 'data' && mode === 'writeOnly' && wrapped !== 'none') &&
      (paging === 'none' || !['page', 'size', 'limit', 'start', 'count', 'from', 'after', 'first', 'next'].includes(name)),
  );
  const idShown = choice.idShown || style !== 'plain' || !choice.item || saysId || !['row', 'ok', 'empty'].includes(acknowledgement);
  return {
    ...choice,
    id,
    acknowledgement,
    envelope,
    paging,
    media,
    wrapped,
    idName: id === 'slug' || style !== 'plain' || wrapped !== 'none' ? 'id' : choice.idName,
    // An item may go without its id only where its address is told otherwise.
    idShown,
    // Without an item path there is no read to publish an example for.
    published: idShown && (choice.item || choice.published !== 'item') ? choice.published : 'none',
    showsParent: choice.showsParent && choice.parents > 0 && style === 'plain',
    schemas: style === 'plain' ? choice.schemas : 'one',
    open: style === 'fhir' || (style === 'plain' && choice.schemas === 'composed') ? true : choice.open,
    slash: choice.slash && style === 'plain',
    unknownMember: choice.unknownMember && choice.open && style === 'plain' && media !== 'application/x-www-form-urlencoded',
    listed: style === 'plain' ? choice.listed : 'whole',
    element: style === 'plain' ? choice.element : 'bare',
    // Nobody but a server can name what the server mints.
    put: !choice.item || style === 'json-api' ? 'none' : choice.put === 'upsert' && (id === 'integer' || !idShown) ? 'row' : choice.put,
    patch: patchOf({ ...choice, wrapped }),
    delete: choice.item ? choice.delete : 'none',
    versions: choice.item && choice.put !== 'none' ? choice.versions : 'none',
    members: style === 'fhir' ? fhirMembers[choice.resource] : members,
  };
}

/** What a patch of an item that answers wrap is relative to is nobody's agreement, save where the contract shows it. */
function patchOf({ item, style, patch, wrapped }: Choice): Choice['patch'] {
  if (!item || patch === 'none') return 'none';
  if (style !== 'plain') return style === 'fhir' ? 'json-patch' : 'merge';
  return wrapped === 'none' || (wrapped === 'both' && patch === 'merge') ? patch : 'partial';
}

function pagingOf({ style, paging, envelope }: Choice): Choice['paging'] {
  if (style === 'fhir') return paging === 'none' ? 'none' : 'offset';
  if (style === 'json-api') return paging === 'none' ? 'none' : 'page';
  if (paging === 'cursor') return ['items', 'marker', 'status', 'nested'].includes(envelope) ? 'cursor' : 'offset';
  if (paging === 'after') return envelope === 'has-more' ? 'after' : 'page';
  return paging;
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

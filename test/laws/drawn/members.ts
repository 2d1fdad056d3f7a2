/** Members of drawn resources: how a contract declares each kind, values of it that a client may send, and what a search for one finds. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';

export const kinds = [
  'text',
  'whole',
  'choice',
  'flag',
  'date',
  'instant',
  'decimal',
  'texts',
  'object',
  'objects',
  'nullable',
  'variant',
  'map',
  'tree',
] as const;
export type Kind = (typeof kinds)[number] | FhirKind;
type FhirKind = 'code' | 'concept' | 'reference' | 'identifiers' | 'names';

export type Mode = 'required' | 'optional' | 'readOnly' | 'readOnlyRequired' | 'writeOnly';

export interface Member {
  readonly name: string;
  readonly kind: Kind;
  readonly mode: Mode;
  /** Searches that the list declares for it: by equality, or between two dates. */
  readonly search: 'none' | 'equal' | 'range';
}

export const isSent = ({ mode }: Member): boolean => mode === 'required' || mode === 'optional' || mode === 'writeOnly';
export const isServed = ({ mode }: Member): boolean => mode !== 'writeOnly';
export const isRequired = ({ mode }: Member): boolean => mode === 'required' || mode === 'readOnlyRequired';
export const isReadOnly = ({ mode }: Member): boolean => mode === 'readOnly' || mode === 'readOnlyRequired';

const text = { type: 'string' };
const schemas: Readonly<Record<Kind, JsonObject>> = {
  text,
  whole: { type: 'integer' },
  decimal: { type: 'number' },
  flag: { type: 'boolean' },
  choice: { type: 'string', enum: ['open', 'shut', 'lost'] },
  date: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  texts: { type: 'array', items: text },
  object: {
    type: 'object',
    required: ['wide'],
    properties: { wide: { type: 'integer' }, label: text, made: { type: 'string', format: 'date' } },
  },
  objects: { type: 'array', items: { type: 'object', properties: { line: text, amount: { type: 'number' } } } },
  nullable: { type: ['string', 'null'] },
  variant: {
    oneOf: [{ $ref: '#/components/schemas/ByPost' }, { $ref: '#/components/schemas/ByHand' }],
    discriminator: { propertyName: 'way', mapping: { post: '#/components/schemas/ByPost', hand: '#/components/schemas/ByHand' } },
  },
  map: { type: 'object', additionalProperties: text },
  tree: { $ref: '#/components/schemas/Branch' },
  code: { type: 'string', enum: ['draft', 'ready', 'completed'] },
  concept: {
    type: 'object',
    properties: {
      coding: { type: 'array', items: { type: 'object', properties: { system: text, code: text, display: text } } },
      text,
    },
  },
  reference: { type: 'object', properties: { reference: text, display: text } },
  identifiers: { type: 'array', items: { type: 'object', properties: { system: text, value: text } } },
  names: { type: 'array', items: { type: 'object', properties: { use: text, family: text, given: { type: 'array', items: text } } } },
};

/** Schemas that kinds refer to. */
export const components: JsonObject = {
  ByPost: { type: 'object', required: ['way'], properties: { way: text, stamps: { type: 'integer' } } },
  ByHand: { type: 'object', required: ['way'], properties: { way: text, carrier: text } },
  Branch: {
    type: 'object',
    properties: { label: text, branches: { type: 'array', items: { $ref: '#/components/schemas/Branch' } } },
  },
};

export function schemaOf(kind: Kind, openapi: string): JsonObject {
  return kind === 'nullable' && openapi.startsWith('3.0') ? { type: 'string', nullable: true } : schemas[kind];
}

const texts = [
  'red',
  'two words',
  'Ünïcode ✓ – straße',
  'comma, separated',
  '007',
  '1e3',
  'true',
  'a/b?c&d=e#f%20',
  '"quoted" \\ back',
  'y'.repeat(300),
  '  padded  ',
  '-5',
  'x|y',
  '2026-03-05',
  '$ref',
  '',
  'null',
  'not:this',
];
const dates = ['2026-03-05', '2025-12-31', '2026-02-28', '1999-01-01', '2026-03-06'];
const instants = [
  '2026-03-05T09:30:00Z',
  '2026-03-05T10:30:00Z',
  '2025-12-31T23:59:59Z',
  '2026-06-01T10:00:00+01:00',
  '2026-03-06T00:00:00.250Z',
];
const pick = <Value>(values: readonly [Value, ...Value[]] | readonly Value[], salt: number): Value => values[salt % values.length] as Value; // never empty

const values: Readonly<Record<Kind, (salt: number) => Json>> = {
  text: (salt) => pick(texts, salt),
  whole: (salt) => pick([3, 0, -7, 21_474_836_480, 900_719_925_474_099, 30], salt),
  decimal: (salt) => pick([1.5, 0, -0.25, 3, 1e-7, 123_456.789], salt),
  flag: (salt) => salt % 2 === 0,
  choice: (salt) => pick(['open', 'shut', 'lost'], salt),
  date: (salt) => pick(dates, salt),
  instant: (salt) => pick(instants, salt),
  texts: (salt) => pick<Json>([['a', 'b'], [], ['a'], ['b', 'a', 'b'], [''], ['one, two']], salt),
  object: (salt) => pick<Json>([{ wide: 3, label: 'front' }, { wide: 0 }, { wide: 4, made: '2026-01-02' }, { wide: 5, label: '' }], salt),
  objects: (salt) => pick<Json>([[{ line: 'x', amount: 2.5 }], [], [{ line: 'x' }, { amount: 0 }], [{}]], salt),
  nullable: (salt) => pick<Json>([null, 'red', ''], salt),
  variant: (salt) => pick<Json>([{ way: 'post', stamps: 2 }, { way: 'hand', carrier: 'bike' }, { way: 'hand' }], salt),
  map: (salt) => pick<Json>([{ k: 'v' }, {}, { 'two words': 'v', 'a/b': 'c', id: 'not an id' }], salt),
  tree: (salt) =>
    pick<Json>([{ label: 'root', branches: [{ label: 'leaf' }] }, {}, { branches: [{ branches: [{ label: 'deep' }] }] }], salt),
  code: (salt) => pick(['draft', 'ready', 'completed'], salt),
  concept: (salt) =>
    pick<Json>(
      [
        { coding: [{ system: 'https://codes.example/colour', code: 'R' }], text: 'Red' },
        { coding: [{ system: 'https://codes.example/colour', code: 'G', display: 'Green' }] },
        { coding: [{ system: 'https://codes.example/other', code: 'R' }] },
      ],
      salt,
    ),
  reference: (salt) =>
    pick<Json>([{ reference: 'Device/d1' }, { reference: 'Device/d2', display: 'The second' }, { reference: 'Device/d11' }], salt),
  identifiers: (salt) =>
    pick<Json>(
      [
        [{ system: 'https://ids.example/a', value: 'i-1' }],
        [{ system: 'https://ids.example/a', value: 'i-2' }],
        [
          { system: 'https://ids.example/b', value: 'i-1' },
          { system: 'https://ids.example/a', value: 'i-3' },
        ],
      ],
      salt,
    ),
  names: (salt) =>
    pick<Json>(
      [[{ family: 'Smithson', given: ['Ann', 'May'] }], [{ family: 'Jones', given: ['Bo'] }], [{ use: 'official', family: 'Smith' }]],
      salt,
    ),
};

export const valueOf = (kind: Kind, salt: number): Json => values[kind](salt);

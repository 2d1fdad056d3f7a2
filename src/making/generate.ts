/** Makes an answer for a schema: guided by published examples, about one coherent person, tried until the contract accepts it. */
import type { Json, Operation, SchemaAt, SchemaFault, SchemaObject } from '../contract/contract.ts';
import { isObject } from '../contract/json.ts';
import { nobody, type Population } from '../population.ts';
import { type Bound, UNBOUND } from '../meaning/bound.ts';
import type { Meaning } from '../meaning/infer-roles.ts';
import { studied } from '../meaning/studied-body.ts';
import { rootScope } from '../meaning/evidence/scope.ts';
import type { Faker } from './faker.ts';
import { coherent } from './fhir/fhir-coherence.ts';
import { makeValue } from './make-value.ts';
import type { Making } from './making.ts';
import { withLinks } from './fhir/links.ts';
import { dateOf } from '../fhir/instant.ts';
import { copyOf, learn, type Lessons, noLessons } from './lessons.ts';
import { rebind } from './binding/rebind.ts';
import { chanceOf } from './seed.ts';
import { emptyRoom, Unmakeable } from './room.ts';
import { isOverBudget } from '../contract/work.ts';
import { subjectOf } from './people/subject.ts';

/** Makes values for the schemas of one contract, and remembers what each schema has taught. */
export interface Generator {
  readonly meaning: Meaning;
  /** What was learnt of a schema, or of one published body under it, on a rehearsal. */
  lessonsOf(about: object, key: string, learnt: () => Lessons): Lessons;
}

export function createGenerator(meaning: Meaning): Generator {
  const lessons = new WeakMap<object, Map<string, Lessons>>();
  return {
    meaning,
    lessonsOf(about, key, learnt) {
      const known = lessons.get(about) ?? new Map<string, Lessons>();
      lessons.set(about, known);
      const made = known.get(key) ?? learnt();
      known.set(key, made);
      return made;
    },
  };
}

export interface GenerateInput {
  readonly generator: Generator;
  readonly at: SchemaAt;
  /** Made of the workspace's seed, the operation and the identifying inputs: the same key gives the same bytes. */
  readonly key: string;
  /** Milliseconds: the workspace's clock. */
  readonly now: number;
  readonly population: Population;
  readonly bound?: Bound;
  /** Whose answer this is: the words of its path say what the whole is about. */
  readonly operation?: Pick<Operation, 'path'>;
  /** What a single value is called (a parameter, a header); a body goes by the words of its operation. */
  readonly name?: string;
  /** Published bodies to follow, best first; none for a body made from the schema alone. */
  readonly examples?: readonly Json[];
  /** The example of a model is followed where the model stands as a whole or in a list; not for a body that is to be made anew. */
  readonly models?: boolean;
  /** `readOnly` members are left out of requests, `writeOnly` ones out of responses (the default). */
  readonly sending?: 'request' | 'response';
  readonly faker?: Faker;
  /** Makes an absolute link inside the sandbox; used for a Bundle's `fullUrl`. */
  link?(path: string): string;
}

export interface Generated {
  readonly value: Json;
  /** Empty unless the schema contradicts itself or asks for more than we can make. */
  readonly faults: readonly SchemaFault[];
  /** Why nothing that fits can be made within the limits; the value is then null. */
  readonly unmakeable?: string;
}

/** Tries per guide. Each changes at least one decision, so most bodies need one or two. */
const TRIES = 16;
/** The same where the rehearsal has shown that they lead nowhere. */
const TRIES_IN_VAIN = 2;
/** Steps of work that the tries along one guide may take. */
const STEPS = 500_000;
/** Published bodies that are followed before we do without. */
const GUIDES = 2;

export function generate(input: GenerateInput): Json {
  return generateChecked(input).value;
}

/** When what a model tells of has happened. */
export const SOME_DAY = Date.UTC(2026, 0, 5, 10);

/** A body about nobody in particular, the same for every request and in every workspace. */
export function generateModel(input: Pick<GenerateInput, 'generator' | 'at' | 'operation' | 'name' | 'examples'>): Json {
  return generate({ ...input, key: `a model of ${input.at.pointer}`, now: SOME_DAY, population: nobody });
}

/** The first answer that the contract accepts; failing that, the one with the fewest faults, with them. */
export function generateChecked(input: GenerateInput): Generated {
  let best: Generated | undefined;
  let unmakeable: string | undefined;
  for (const guide of guidesFor(input)) {
    const found = within(input, guide, copyOf(rehearsed(input, guide)));
    if (typeof found === 'string') {
      unmakeable ??= found;
      continue;
    }
    if (found.faults.length === 0) return { value: tidied(input, found.value), faults: found.faults };
    if (!best || found.faults.length < best.faults.length) best = found;
  }
  const faked = unmakeable === undefined ? lastResort(input) : undefined;
  if (faked ?? best) return faked ?? best ?? NOTHING_MADE;
  return unmakeable === undefined ? { value: null, faults: faultsOf(input, null) } : { ...NOTHING_MADE, unmakeable };
}

const NOTHING_MADE: Generated = {
  value: null,
  faults: [{ pointer: '', keyword: 'cost', message: 'cannot be made within the limits of the sandbox' }],
};

/** What comes of the tries along one guide, or why nothing does. What has been learnt in vain once is not tried again. */
function within(input: GenerateInput, guide: Guide, lessons: Lessons): Generated | string {
  if (lessons.unmakeable !== undefined) return lessons.unmakeable;
  try {
    return input.generator.meaning.contract.work.within(STEPS, () => refine(input, guide, lessons));
  } catch (error) {
    if (error instanceof Unmakeable || isOverBudget(error)) return error.message;
    throw error;
  }
}

function faultsOf({ generator, at }: GenerateInput, value: Json): readonly SchemaFault[] {
  return generator.meaning.contract.check(at, value);
}

interface Guide {
  readonly hint?: Json;
  /** Only what is required. */
  readonly bare: boolean;
}

const UNGUIDED: Guide = { bare: false };
const BARE: Guide = { bare: true };

function guidesFor({ examples = [] }: GenerateInput): readonly Guide[] {
  return [...examples.slice(0, GUIDES).map((hint) => ({ hint, bare: false })), UNGUIDED, BARE];
}

/**
 * What a schema's contradictions and ambiguities teach is learnt once, on a value made with a key of its own: every answer
 * then starts from the same lessons, whichever was asked for first.
 */
function rehearsed(input: GenerateInput, guide: Guide): Lessons {
  const about = typeof guide.hint === 'object' && guide.hint !== null ? guide.hint : input.at.schema;
  if (typeof about !== 'object' || (guide.hint !== undefined && about !== guide.hint)) return noLessons(guide.bare);
  const { at, operation, name, sending = 'response', models = true } = input;
  const key = `${guide.bare} ${at.pointer} ${operation?.path} ${name} ${sending} ${models} ${input.faker !== undefined}`;
  return input.generator.lessonsOf(about, key, () => {
    const lessons = noLessons(guide.bare);
    const found = within({ ...input, key: 'rehearsal', population: nobody, bound: UNBOUND, now: 0 }, guide, lessons);
    if (typeof found === 'string') lessons.unmakeable = found;
    else if (found.faults.length > 0) lessons.failed = true;
    return lessons;
  });
}

function refine(input: GenerateInput, { hint }: Guide, lessons: Lessons): Generated {
  let best: Generated | undefined;
  let before = '';
  const tries = lessons.failed ? TRIES_IN_VAIN : TRIES;
  for (let attempt = 0; attempt < tries; attempt++) {
    const value = attemptOnce(input, hint, lessons);
    const faults = faultsOf(input, value);
    if (!best || faults.length < best.faults.length) best = { value, faults };
    const text = faults.length === 0 ? '' : JSON.stringify(value);
    if (faults.length === 0 || !learn(lessons, faults, text === before)) break;
    before = text;
  }
  return best ?? { value: null, faults: faultsOf(input, null) };
}

function attemptOnce(input: GenerateInput, hint: Json | undefined, lessons: Lessons): Json {
  const { generator, at, key, now, population, operation, sending = 'response', bound = UNBOUND, models = true, faker } = input;
  const { meaning } = generator;
  const making: Making = {
    meaning,
    lessons,
    subject: subjectOf(population, bound, key),
    bound,
    now,
    today: dateOf(now),
    chance: chanceOf(key),
    sending,
    guided: hint !== undefined,
    models,
    minted: new Map(),
    room: emptyRoom(),
    ...(faker ? { faker } : {}),
  };
  lessons.optional.clear();
  const scope = rootScope(operation, meaning.read(at).component);
  const name = input.name ?? scope.context.at(-1) ?? '';
  const spot = { pointer: '', scope, name, depth: 0, level: 0, index: 0, beside: [], siblings: {}, required: true, within: [], object: '' };
  return withLinks(makeValue(making, at, hint, spot) ?? null, making.minted);
}

/** This request's ids are put in, and what belongs together in FHIR made to agree, where the contract accepts the result as well. */
function tidied(input: GenerateInput, value: Json): Json {
  const { generator, at, operation, bound = UNBOUND, population, now } = input;
  const { meaning } = generator;
  const own = rebind({ meaning, at, body: studied(meaning, value, at, operation), bound, population, now });
  return isObject(own)
    ? coherent(own, { ...(input.link ? { link: input.link } : {}), faultsOf: (better) => faultsOf(input, better) })
    : own;
}

/** Schemas with rules that our walk does not read (`if`, `contains`, `dependentSchemas` …) are left to json-schema-faker. */
function lastResort(input: GenerateInput): Generated | undefined {
  if (!input.faker) return undefined;
  const { schema } = input.generator.meaning.read(input.at);
  if (!isModest(schema)) return undefined;
  const chance = chanceOf(input.key);
  for (let attempt = 0; attempt < 3; attempt++) {
    const value = input.faker(schema, chance.int(1, 0x7fffffff, `faker ${attempt}`));
    if (value !== undefined && faultsOf(input, value).length === 0) return { value, faults: [] };
  }
  return undefined;
}

/** Keywords that ask for many or long things. */
const ASKING = new Set(['minItems', 'minLength', 'minProperties', 'minContains']);
const MODEST = 100;
const MODEST_NODES = 5_000;

/** Whether a schema asks for little, as far as it can be seen: what the library makes of it has no other bound. */
function isModest(schema: SchemaObject): boolean {
  const open: Json[] = [schema as unknown as Json]; // a schema is JSON
  let left = MODEST_NODES;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (--left < 0) return false;
    if (typeof node !== 'object' || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      if (ASKING.has(name) && typeof value === 'number' && value > MODEST) return false;
      if (name === 'pattern' && /\{\d{3,}|\}.*\}/.test(String(value))) return false;
      open.push(value);
    }
  }
  return true;
}

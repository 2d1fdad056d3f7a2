/** A request that an operation accepts: from published examples where they fit, else made. For `check`, for curl lines and for tests of every operation. */
import type { DocumentedResponse, Json, MediaType, NamedExample, Operation, Parameter, SchemaAt } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { mayBeJson } from '../../contract/media-type.ts';
import { NO_NAMES, UNBOUND } from '../../meaning/bound.ts';
import { studied } from '../../meaning/studied-body.ts';
import { rebind } from '../../making/binding/rebind.ts';
import { nobody, type Person, type Population } from '../../population.ts';
import type { Faker } from '../../making/faker.ts';
import { generate, type Generator } from '../../making/generate.ts';
import { joined } from '../../meaning/words.ts';

export interface SampleRequest {
  readonly path: Readonly<Record<string, Json>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly header: Readonly<Record<string, Json>>;
  readonly cookie: Readonly<Record<string, Json>>;
  readonly body?: { readonly type: string; readonly value: Json };
}

export interface SampleOptions {
  readonly key: string;
  /** Milliseconds. */
  readonly now: number;
  /** `full` adds the optional parameters that the contract shows a value for. */
  readonly extent?: 'required' | 'full';
  readonly faker?: Faker;
}

/** OpenAPI has these three described elsewhere and ignores parameters of their name (https://spec.openapis.org/oas/v3.1.0#parameter-object). */
const ELSEWHERE: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

export function sampleRequest(generator: Generator, operation: Operation, options: SampleOptions): SampleRequest {
  const parts: Record<Parameter['in'], Record<string, Json>> = { path: named(), query: named(), header: named(), cookie: named() };
  for (const parameter of operation.parameters) {
    const elsewhere = parameter.in === 'header' && ELSEWHERE.has(parameter.name.toLowerCase());
    const wanted =
      parameter.required ||
      parameter.in === 'path' ||
      (options.extent === 'full' && parameter.examples.length > 0 && !parameter.deprecated);
    if (wanted && !elsewhere) parts[parameter.in][parameter.name] = parameterValue(generator, operation, parameter, options);
  }
  const media = operation.body?.content.find(({ type }) => mayBeJson(type)) ?? operation.body?.content[0];
  return { ...parts, ...(media ? { body: { type: media.type, value: bodyValue(generator, operation, media, options) } } : {}) };
}

/** Without a prototype: a parameter may be called `constructor`. */
function named(): Record<string, Json> {
  return Object.create(null) as Record<string, Json>; // typed `any` by the library
}

export function parameterValue(generator: Generator, operation: Operation, parameter: Parameter, { key, now, faker }: SampleOptions): Json {
  const { schema, name } = parameter;
  const fits = (value: Json): boolean =>
    value !== '' && (!schema || readings(value).some((each) => generator.meaning.contract.check(schema, each).length === 0));
  const shown = parameter.examples.map(({ value }) => value).find(fits);
  if (shown !== undefined) return shown;
  const published = parameter.in === 'path' ? publishedIds(operation, name).find(fits) : undefined;
  if (published !== undefined || !schema) return published ?? 'example';
  return generate({
    generator,
    at: schema,
    name,
    operation,
    key: `${key} ${operation.id} ${name}`,
    now,
    population: nobody,
    sending: 'request',
    ...(faker ? { faker } : {}),
  });
}

/** The same, of one real person of the population. */
export function parameterOfPerson(
  generator: Generator,
  operation: Operation,
  { schema, name }: Parameter,
  { person, population, now }: { readonly person: Person; readonly population: Population; readonly now: number },
): Json {
  if (!schema) return person.nhsNumber;
  return generate({
    generator,
    at: schema,
    name,
    operation,
    key: `${operation.id} ${person.nhsNumber}`,
    now,
    population,
    bound: { byName: NO_NAMES, byRole: { 'patient.nhsNumber': person.nhsNumber } },
    sending: 'request',
  });
}

/** A body that was made or published about somebody, told of a real person of the population. */
export function bodyOfPerson(
  { meaning }: Generator,
  operation: Operation,
  { body, at }: { readonly body: Json; readonly at?: SchemaAt },
  { person, population, now }: { readonly person: Person; readonly population: Population; readonly now: number },
): Json {
  const bound = { ...UNBOUND, byRole: { 'patient.nhsNumber': person.nhsNumber } };
  return rebind({ meaning, body: studied(meaning, body, at, operation), bound, population, now, ...(at && { at }) });
}

/** A parameter travels as text, and its example may be written as text where a number is meant. */
function readings(value: Json): readonly Json[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [value, String(value)];
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? [value, Number(value)] : [value];
}

/** Ids in the operation's published answers: asking for one of them finds something. */
function publishedIds(operation: Operation, parameter: string): readonly Json[] {
  const bodies = [...operation.responses]
    .filter(([key]) => key.startsWith('2'))
    .flatMap(([, response]: [string, DocumentedResponse]) => response.content.flatMap(({ examples }) => examples));
  return bodies.flatMap(({ value }: NamedExample) => {
    if (!isObject(value)) return [];
    const data = value['data'];
    const named = Object.entries(value).find(([name]) => joined(name) === joined(parameter))?.[1];
    return [named, value['id'], isObject(data) ? data['id'] : undefined].filter((id) => typeof id === 'string' || typeof id === 'number');
  });
}

function bodyValue(generator: Generator, operation: Operation, media: MediaType, { key, now, faker }: SampleOptions): Json {
  const { schema, examples, type } = media;
  if (!schema) return examples[0]?.value ?? {};
  const structured = mayBeJson(type) || /x-www-form-urlencoded/i.test(type);
  if (!structured) return examples[0]?.value ?? 'Synthetic document.';
  const fitting = examples.find(({ value }) => generator.meaning.contract.check(schema, value).length === 0);
  if (fitting) return fitting.value;
  const guides = examples.map(({ value }) => value);
  return generate({
    generator,
    at: schema,
    operation,
    key: `${key} ${operation.id} body`,
    now,
    population: nobody,
    sending: 'request',
    examples: guides,
    ...(faker ? { faker } : {}),
  });
}

/**
 * One schema, rewritten in place from what OpenAPI 2.0/3.0 (and tired hands) write into JSON Schema 2020-12. The rules agree
 * with how independent OpenAPI checkers read such schemas, so that our verdict on a value is theirs.
 */
import type { Json, Quirk } from '../../contract.ts';
import { isArray, isObject } from '../../json.ts';
import type { PatternTest } from '../../validation/pattern.ts';
import { doubtOf } from './doubtful-patterns.ts';
import type { Draft } from '../read-document.ts';

export interface Mending {
  readonly before31: boolean;
  /** Reports about this schema; the pointer is the schema's own, plus `member` where one is named. */
  quirk(effect: Quirk['effect'], message: string, member?: string): void;
  /** What a pattern lets through, or why it cannot be enforced. */
  compile(pattern: string): PatternTest | { readonly problem: string };
  /** Told of the schema whose own examples its pattern refuses, all of them. */
  doubt(schema: Draft): void;
}

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
const NUMBERS = ['minimum', 'maximum', 'multipleOf'];
const SIZES = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'minContains', 'maxContains'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
/** These would change what a reference means, which in OpenAPI is always a pointer into the document. */
const IDENTITY = ['$id', '$schema', '$anchor', '$dynamicAnchor', '$dynamicRef', '$recursiveRef', '$recursiveAnchor'];

/** Mends the schema's own keywords (not its children) and gives what must stand in its place. */
export function mendSchema(schema: Draft, mending: Mending): Draft {
  const { before31, quirk } = mending;
  if (before31 && typeof schema['$ref'] === 'string') {
    for (const keyword of Object.keys(schema)) if (keyword !== '$ref') delete schema[keyword];
    return schema;
  }
  for (const keyword of IDENTITY) delete schema[keyword];
  mendType(schema, mending);
  if (schema['required'] !== undefined && !isStrings(schema['required'])) {
    delete schema['required'];
    quirk('unchecked', '"required" must list the names of members; here it does not, so nothing is required.', 'required');
  }
  if (isArray(schema['items'])) schema['items'] = schema['items'].length > 0 ? { anyOf: schema['items'] } : {};
  mendDependencies(schema);
  if (schema['unevaluatedItems'] !== undefined) {
    delete schema['unevaluatedItems'];
    quirk('unchecked', '"unevaluatedItems" is not enforced.', 'unevaluatedItems');
  }
  mendLimits(schema, mending);
  mendContainers(schema, mending);
  mendPattern(schema, mending);
  mendDiscriminator(schema, mending);
  return mendNullable(schema);
}

function isStrings(value: Json): boolean {
  return isArray(value) && value.every((item) => typeof item === 'string');
}

function mendType(schema: Draft, { quirk }: Mending): void {
  const { type } = schema;
  if (type === undefined) return;
  const known = (isArray(type) ? type : [type]).filter((name) => typeof name === 'string' && TYPES.has(name));
  if (known.length === (isArray(type) ? type.length : 1) && known.length > 0) return;
  if (isArray(type) && known.length > 0) schema['type'] = known;
  else delete schema['type'];
  quirk('unchecked', '"type" names something that is no JSON Schema type; that is left out.', 'type');
}

/** Up to draft 7 one keyword said what 2019-09 split in two: lists of names, and schemas. */
function mendDependencies(schema: Draft): void {
  const { dependencies } = schema;
  if (dependencies === undefined) return;
  delete schema['dependencies'];
  const [names, schemas]: [Draft, Draft] = [{}, {}];
  for (const [name, wanted] of Object.entries(isObject(dependencies) ? dependencies : {}))
    (isStrings(wanted) ? names : schemas)[name] = wanted;
  if (Object.keys(names).length > 0) schema['dependentRequired'] ??= names;
  if (Object.keys(schemas).length > 0) schema['dependentSchemas'] ??= schemas;
}

function mendLimits(schema: Draft, { quirk }: Mending): void {
  for (const [exclusive, limit] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] === 'boolean') {
      if (schema[exclusive] && typeof schema[limit] === 'number') {
        schema[exclusive] = schema[limit];
        delete schema[limit];
      } else delete schema[exclusive];
    }
  }
  for (const keyword of [...NUMBERS, ...SIZES, 'exclusiveMinimum', 'exclusiveMaximum']) {
    const limit = schema[keyword];
    if (limit === undefined) continue;
    const number = typeof limit === 'string' && limit.trim() !== '' ? Number(limit) : limit;
    const usable =
      typeof number === 'number' &&
      Number.isFinite(number) &&
      (keyword !== 'multipleOf' || number > 0) &&
      (!SIZES.includes(keyword) || number >= 0);
    if (usable && number === limit) continue;
    if (usable) schema[keyword] = number;
    else delete schema[keyword];
    quirk(
      usable ? 'mended' : 'unchecked',
      `"${keyword}" is not a usable number${usable ? ', but reads as one' : ' and is left out'}.`,
      keyword,
    );
  }
  if (schema['uniqueItems'] !== undefined && typeof schema['uniqueItems'] !== 'boolean') delete schema['uniqueItems'];
}

function mendContainers(schema: Draft, { quirk }: Mending): void {
  const drop = (keyword: string, wanted: string): void => {
    delete schema[keyword];
    quirk('unchecked', `"${keyword}" must be ${wanted}; it is left out.`, keyword);
  };
  for (const keyword of LISTS) {
    const list = schema[keyword];
    if (list !== undefined && !(isArray(list) && list.length > 0)) drop(keyword, 'a list of schemas');
  }
  for (const keyword of MAPS)
    if (schema[keyword] !== undefined && !isObject(schema[keyword])) drop(keyword, 'a mapping of names to schemas');
  const { dependentRequired } = schema;
  if (dependentRequired !== undefined && !(isObject(dependentRequired) && Object.values(dependentRequired).every(isStrings)))
    drop('dependentRequired', 'a mapping of names to lists of names');
  if (schema['enum'] !== undefined && !(isArray(schema['enum']) && schema['enum'].length > 0)) drop('enum', 'a list of values');
}

function mendPattern(schema: Draft, mending: Mending): void {
  const { quirk, compile } = mending;
  const { pattern, patternProperties, format } = schema;
  if (format !== undefined && typeof format !== 'string') delete schema['format'];
  if (typeof pattern === 'string') {
    const compiled = compile(pattern);
    if (typeof compiled === 'function') weighPattern(schema, compiled, mending);
    else dropPattern(schema, compiled.problem, mending);
  } else if (pattern !== undefined) dropPattern(schema, '"pattern" must be a text.', mending);
  for (const name of isObject(patternProperties) ? Object.keys(patternProperties) : []) {
    const compiled = compile(name);
    if (typeof compiled === 'function') continue;
    delete (patternProperties as Draft)[name];
    quirk('unchecked', compiled.problem, 'patternProperties');
  }
}

function dropPattern(schema: Draft, problem: string, { quirk }: Mending): void {
  delete schema['pattern'];
  quirk('unchecked', problem, 'pattern');
}

/** A pattern that refuses the schema's own examples is not what anybody goes by. */
function weighPattern(schema: Draft, test: PatternTest, { quirk, doubt }: Mending): void {
  const { pattern, example, examples, enum: listed, const: constant } = schema;
  const shown = [example, ...(isArray(examples) ? examples : []), ...(isArray(listed) ? listed : []), constant].filter(
    (one) => typeof one === 'string',
  );
  const why = doubtOf(String(pattern));
  if (shown.length > 0 && !shown.some((one) => test(one))) {
    doubt(schema);
    const because = why === undefined ? '' : ` (${why})`;
    quirk('relaxed', `None of the schema's own examples matches this pattern${because}, so it is not enforced for requests.`, 'pattern');
  } else if (why !== undefined && shown.length === 0) {
    quirk('hint', `This pattern is enforced, but is hardly meant: ${why}.`, 'pattern');
  }
}

/** Swagger 2.0 wrote the name of the tag alone. */
function mendDiscriminator(schema: Draft, { quirk }: Mending): void {
  const { discriminator } = schema;
  if (discriminator === undefined) return;
  if (typeof discriminator === 'string') schema['discriminator'] = { propertyName: discriminator };
  else if (!isObject(discriminator) || typeof discriminator['propertyName'] !== 'string') {
    delete schema['discriminator'];
    quirk('unchecked', '"discriminator" must have a "propertyName"; it is left out.', 'discriminator');
  } else if (discriminator['mapping'] !== undefined && !isObject(discriminator['mapping'])) {
    schema['discriminator'] = { propertyName: discriminator['propertyName'] };
    quirk('unchecked', 'The "mapping" of a discriminator must map words to schemas; it is left out.', 'discriminator');
  }
}

/** `nullable` is OpenAPI 3.0's word for "or null", and no JSON Schema keyword. */
function mendNullable(schema: Draft): Draft {
  const { nullable, type } = schema;
  delete schema['nullable'];
  if (nullable !== true) return schema;
  if (typeof type === 'string') {
    schema['type'] = [type, 'null'];
    if (isArray(schema['enum']) && !schema['enum'].includes(null)) schema['enum'] = [...schema['enum'], null];
    return schema;
  }
  return Object.keys(schema).length > 0 ? { anyOf: [{ type: 'null' }, schema] } : schema;
}

/**
 * Writes schemas as functions that only say whether a value fits: each is one expression, and what several schemas ask alike is a function
 * that they share. The interpreting validator, which says why a value does not fit, means the same by each keyword.
 */
import type { Json, Schema, SchemaObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { FORMATS } from '../../contract/validation/formats.ts';

/** What the functions call, by the file of `src/contract` that it is in. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  'equal.ts': ['equal', 'repeatedItem'],
  'json.ts': ['isArray', 'isObject'],
  'validation/formats.ts': ['FORMATS'],
  'validation/keywords-value.ts': ['isMultiple', 'lengthAtLeast'],
};

const WRITTEN_BESIDE = [
  `const isText = (value) => typeof value === 'string';`,
  `const mayBeText = (value) => value === undefined || typeof value === 'string';`,
  `const isTruth = (value) => typeof value === 'boolean';`,
  'const hasOnly = (value, names) => { for (const name in value) if (names[name] === undefined) return false; return true; };',
];

/** No function is written for a schema that leads to one of these: they ask which other schemas a value fits. */
export const NOT_WRITTEN = ['discriminator', 'unevaluatedProperties'] as const;

const OF_TYPE: Readonly<Record<string, string>> = {
  string: 'isText(value)',
  number: 'Number.isFinite(value)',
  integer: 'Number.isInteger(value)',
  boolean: 'isTruth(value)',
  object: 'isObject(value)',
  array: 'isArray(value)',
  null: 'value === null',
};

/** `schemas` refer to each other by their names, which are those of the functions; `contractFolder` is the path of `src/contract`. */
export function writeChecks(schemas: ReadonlyMap<string, Schema>, contractFolder: string): string {
  const imports = Object.entries(CALLED).map(([file, called]) => `import { ${called.join(', ')} } from '${contractFolder}/${file}';`);
  const lines = [...imports, ...WRITTEN_BESIDE];
  const names = new Map<string, string>();
  for (const [name, schema] of schemas) {
    const text = `(value) => ${expression(schema)}`;
    lines.push(`const ${name} = ${names.get(text) ?? text};`);
    names.set(text, name);
  }
  return lines.join('\n');

  /** The name of what is written once for all that ask for it. */
  function kept(text: string): string {
    const name = names.get(text) ?? `part${names.size}`;
    if (!names.has(text)) lines.push(`const ${name} = ${text};`);
    names.set(text, name);
    return name;
  }

  /** The name of the function for a schema. */
  function check(schema: Schema): string {
    const text = expression(schema);
    return /^([\w.]+)\(value\)$/.exec(text)?.[1] ?? kept(`(value) => ${text}`);
  }

  /** Whether `value` fits. */
  function expression(schema: Schema): string {
    if (typeof schema === 'boolean') return String(schema);
    const types = schema.type === undefined ? [] : [schema.type].flat();
    const byKind = [
      { kind: 'string', rules: ofText(schema) },
      { kind: 'number', rules: ofNumber(schema) },
      { kind: 'object', rules: ofObject(schema) },
      { kind: 'array', rules: ofArray(schema) },
    ].flatMap(({ kind, rules }) => {
      if (rules.length === 0 || types.length !== 1) return rules.length === 0 ? [] : [`(!${OF_TYPE[kind]} || (${rules.join(' && ')}))`];
      return types[0] === kind || (types[0] === 'integer' && kind === 'number') ? rules : [];
    });
    const tests = types.map((type) => OF_TYPE[type] ?? 'true');
    const parts = [...(tests.length > 1 ? [`(${tests.join(' || ')})`] : tests), ...ofAny(schema), ...byKind];
    return parts.length === 0 ? 'true' : parts.join(' && ');
  }

  function ofAny(schema: SchemaObject): readonly string[] {
    const { $ref, allOf = [], anyOf, oneOf, not, if: test } = schema;
    const parts = allOf.map(inside);
    if ($ref !== undefined) parts.push(isPlainText(schemas.get($ref)) ? 'isText(value)' : `${$ref}(value)`);
    if (schema.const !== undefined) parts.push(is('value', schema.const));
    if (schema.enum) parts.push(among(schema.enum));
    if (anyOf) parts.push(`(${anyOf.map(inside).join(' || ')})`);
    if (oneOf) parts.push(`${oneOf.map((part) => `Number(${inside(part)})`).join(' + ')} === 1`);
    if (not !== undefined) parts.push(`!${inside(not)}`);
    if (test !== undefined) parts.push(`(${inside(test)} ? ${inside(schema.then ?? true)} : ${inside(schema.else ?? true)})`);
    return parts;
  }

  function inside(schema: Schema): string {
    return `(${expression(schema)})`;
  }

  function among(values: readonly Json[]): string {
    const [plain, structured] = [values.filter((value) => !isStructured(value)), values.filter(isStructured)];
    return `(${[`${kept(`new Set(${JSON.stringify(plain)})`)}.has(value)`, ...structured.map((one) => is('value', one))].join(' || ')})`;
  }

  function is(place: string, wanted: Json): string {
    return isStructured(wanted) ? `equal(${place}, ${kept(JSON.stringify(wanted))})` : `${place} === ${JSON.stringify(wanted)}`;
  }

  function ofText({ minLength = 0, maxLength, pattern, format }: SchemaObject): readonly string[] {
    const parts: string[] = [];
    if (minLength > 0) parts.push(`lengthAtLeast(value, ${minLength})`);
    if (maxLength !== undefined) parts.push(`!lengthAtLeast(value, ${maxLength + 1})`);
    if (pattern !== undefined) parts.push(`${kept(String(new RegExp(pattern, 'u')))}.test(value)`);
    return [...parts, ...ofFormat('string', format)];
  }

  function ofNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format }: SchemaObject): readonly string[] {
    const parts: string[] = [];
    if (minimum !== undefined) parts.push(`value >= ${minimum}`);
    if (maximum !== undefined) parts.push(`value <= ${maximum}`);
    if (exclusiveMinimum !== undefined) parts.push(`value > ${exclusiveMinimum}`);
    if (exclusiveMaximum !== undefined) parts.push(`value < ${exclusiveMaximum}`);
    if (multipleOf !== undefined) parts.push(`isMultiple(value, ${multipleOf})`);
    return [...parts, ...ofFormat('number', format)];
  }

  function ofFormat(type: 'string' | 'number', format: string | undefined): readonly string[] {
    if (format === undefined || FORMATS[format]?.type !== type) return [];
    return [`${kept(`FORMATS[${JSON.stringify(format)}]`)}.validate(value)`];
  }

  function ofObject(schema: SchemaObject): readonly string[] {
    const { properties = {}, required = [], propertyNames = true, minProperties = 0, maxProperties } = schema;
    const parts = required.filter((name) => !Object.hasOwn(properties, name)).map((name) => `${member(name)} !== undefined`);
    for (const [name, property] of Object.entries(properties)) parts.push(...ofMember(name, property, required.includes(name)));
    for (const [name, names] of Object.entries(schema.dependentRequired ?? {}))
      parts.push(...names.map((other) => `(${member(name)} === undefined || ${member(other)} !== undefined)`));
    for (const [name, dependent] of Object.entries(schema.dependentSchemas ?? {}))
      parts.push(`(${member(name)} === undefined || ${inside(dependent)})`);
    if (minProperties > 0) parts.push(`Object.keys(value).length >= ${minProperties}`);
    if (maxProperties !== undefined) parts.push(`Object.keys(value).length <= ${maxProperties}`);
    if (propertyNames !== true) parts.push(`Object.keys(value).every(${check(propertyNames)})`);
    return [...parts, ...ofOthers(schema)];
  }

  function ofMember(name: string, schema: Schema, isRequired: boolean): readonly string[] {
    const place = member(name);
    const test = applied(schema, place);
    if (!isRequired)
      return test === 'true' ? [] : [test === `isText(${place})` ? `mayBeText(${place})` : `(${place} === undefined || ${test})`];
    return [...(refusesNothing(schema) ? [] : [`${place} !== undefined`]), ...(test === 'true' ? [] : [test])];
  }

  /** Whether what stands at the place fits. */
  function applied(schema: Schema, place: string): string {
    if (typeof schema === 'boolean') return String(schema);
    const only = Object.keys(schema).length === 1 ? schema.const : undefined;
    return only === undefined ? `${check(schema)}(${place})` : is(place, only);
  }

  /** Whether a member that is not there breaks the schema, as it is of no type and equals nothing. */
  function refusesNothing(schema: Schema | undefined): boolean {
    if (typeof schema !== 'object') return schema === false;
    if (schema.$ref !== undefined) return refusesNothing(schemas.get(schema.$ref));
    return schema.type !== undefined || schema.const !== undefined || schema.enum !== undefined;
  }

  function ofOthers({ properties = {}, patternProperties = {}, additionalProperties = true }: SchemaObject): readonly string[] {
    const patterns = Object.entries(patternProperties).map(([pattern, schema]) => ({
      matches: `${kept(String(new RegExp(pattern, 'u')))}.test(name)`,
      schema,
    }));
    const every = (alternatives: readonly string[]): string => `Object.keys(value).every((name) => ${alternatives.join(' || ')})`;
    const parts = patterns.map(({ matches, schema }) => every([`!${matches}`, applied(schema, 'value[name]')]));
    if (additionalProperties === true) return parts;
    const named = Object.keys(properties);
    // An object without a prototype answers sooner than a set.
    if (additionalProperties === false && patterns.length === 0)
      return [`hasOnly(value, ${kept(`{ __proto__: null, ${named.map((name) => `${JSON.stringify(name)}: 0`).join(', ')} }`)})`];
    const known = [`${kept(`new Set(${JSON.stringify(named)})`)}.has(name)`, ...patterns.map(({ matches }) => matches)];
    return [...parts, every([...known, applied(additionalProperties, 'value[name]')])];
  }

  function ofArray(schema: SchemaObject): readonly string[] {
    const { prefixItems: first = [], items = true, minItems = 0, maxItems, contains, minContains = 1, maxContains } = schema;
    const parts: string[] = [];
    if (minItems > 0) parts.push(`value.length >= ${minItems}`);
    if (maxItems !== undefined) parts.push(`value.length <= ${maxItems}`);
    for (const [index, item] of first.entries()) parts.push(`(value.length <= ${index} || ${applied(item, `value[${index}]`)})`);
    if (items === false) parts.push(`value.length <= ${first.length}`);
    else if (items !== true && first.length === 0) parts.push(`value.every(${check(items)})`);
    else if (items !== true) parts.push(`value.slice(${first.length}).every(${check(items)})`);
    if (schema.uniqueItems === true) parts.push('repeatedItem(value, () => {}) < 0');
    if (contains !== undefined) {
      const found = `value.filter(${check(contains)}).length`;
      if (minContains > 0) parts.push(`${found} >= ${minContains}`);
      if (maxContains !== undefined) parts.push(`${found} <= ${maxContains}`);
    }
    return parts;
  }
}

const isStructured = (value: Json): boolean => typeof value === 'object' && value !== null;

const isPlainText = (schema: Schema | undefined): boolean =>
  isObject(schema) && schema['type'] === 'string' && Object.keys(schema).length === 1;

function member(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `value.${name}` : `value[${JSON.stringify(name)}]`;
}

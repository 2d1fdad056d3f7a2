/** The keywords that look inside objects. */
import type { JsonObject, Schema } from '../contract.ts';
import { all, type Check, collect, type Compile, fault, fits, pointerInside, isNaming, type Keyword, spend } from './check.ts';
import { counted } from '../counted.ts';
import { isObject, unescapeToken } from '../json.ts';
import { SHOWN_FAULTS } from '../limits.ts';
import { nearest } from '../nearest.ts';

const NOT_EXPECTED = 'is not expected here: the contract does not know a member of this name';

export const members: Keyword = ({ properties, patternProperties, additionalProperties }, compile) => {
  if (properties === undefined && patternProperties === undefined && additionalProperties === undefined) return undefined;
  const named = new Map(Object.entries(properties ?? {}).map(([name, schema]) => [name, member(schema, compile)]));
  const patterned = Object.entries(patternProperties ?? {}).map(([pattern, schema]) => ({
    matches: compile.test(pattern),
    check: member(schema, compile),
  }));
  const others =
    additionalProperties === undefined || additionalProperties === true
      ? undefined
      : additionalProperties === false
        ? refuseOthersThan([...named.keys()])
        : compile(additionalProperties);
  if (named.size === 0 && patterned.length === 0 && others === undefined) return undefined;
  const costOfName = 1 / 8 + patterned.length;
  return (value, at, run) => {
    if (!isObject(value)) return true;
    let fitting = true;
    for (const name in value) {
      spend(run, costOfName);
      const child = value[name] ?? null;
      let known = false;
      const own = named.get(name);
      if (own) {
        known = true;
        if (!own(child, pointerInside(run, at, name), run)) fitting = false;
      }
      for (const { matches, check } of patterned) {
        if (!matches(name)) continue;
        known = true;
        if (!check(child, pointerInside(run, at, name), run)) fitting = false;
      }
      if (!known && others && !others(child, pointerInside(run, at, name), run)) fitting = false;
      if (!fitting && !run.faults) return false;
    }
    return fitting;
  };
};

/** Says what was probably meant, to whoever will read it. */
function refuseOthersThan(names: readonly string[]): Check {
  return (_value, at, run) => {
    const told = run.faults && run.faults.length < SHOWN_FAULTS && names.length <= ALIKE.names;
    const written = told ? unescapeToken(at.slice(at.lastIndexOf('/') + 1)) : '';
    const meant = told && written.length <= ALIKE.length ? nearest(written, names) : undefined;
    return fault(run, at, 'additionalProperties', meant === undefined ? NOT_EXPECTED : `${NOT_EXPECTED} (did you mean "${meant}"?)`);
  };
}

/** Beyond so many names, and so many characters, nobody looks for one that is alike. */
const ALIKE = { names: 60, length: 40 };

const refuseExtra: Check = (_value, at, run) => fault(run, at, 'additionalProperties', NOT_EXPECTED);

function member(schema: Schema, compile: Compile): Check {
  return schema === false ? refuseExtra : compile(schema);
}

export const required: Keyword = (schema, { requirements }) => {
  const names = requirements.of(schema);
  if (names.length === 0) return undefined;
  return (value, at, run) => {
    if (!isObject(value)) return true;
    run.steps += names.length / 8;
    let fitting = true;
    for (const name of names) {
      if (Object.hasOwn(value, name)) continue;
      if (!isNaming(run)) return false;
      if (!fault(run, pointerInside(run, at, name), 'required', 'is required but missing')) fitting = false;
    }
    return fitting;
  };
};

export const memberNames: Keyword = ({ propertyNames }, compile) => {
  if (propertyNames === undefined || propertyNames === true) return undefined;
  const check = compile(propertyNames);
  return (value, at, run) => {
    if (!isObject(value)) return true;
    let fitting = true;
    for (const name in value) {
      if (fits(check, name, run)) continue;
      if (!isNaming(run)) return false;
      const [reason] = collect(check, name, '', run);
      const message = `has a name that is not allowed: it ${reason?.message ?? 'breaks the rule for names'}`;
      if (!fault(run, pointerInside(run, at, name), 'propertyNames', message)) fitting = false;
    }
    return fitting;
  };
};

export const memberCount: Keyword = ({ minProperties: least = 0, maxProperties: most = Infinity }) => {
  if (least === 0 && most === Infinity) return undefined;
  return (value, at, run) => {
    if (!isObject(value)) return true;
    const length = Object.keys(value).length;
    if (length < least) return fault(run, at, 'minProperties', `must have at least ${counted(least, 'member')}`);
    return length <= most || fault(run, at, 'maxProperties', `must have at most ${counted(most, 'member')}`);
  };
};

export const dependencies: Keyword = ({ dependentRequired = {}, dependentSchemas = {} }, compile) => {
  const names = Object.entries(dependentRequired);
  const schemas = Object.entries(dependentSchemas).map(([name, schema]) => ({ name, check: compile(schema) }));
  if (names.length === 0 && schemas.length === 0) return undefined;
  return (value, at, run) => {
    if (!isObject(value)) return true;
    let fitting = true;
    for (const [name, wanted] of names) {
      if (!Object.hasOwn(value, name)) continue;
      run.steps += wanted.length / 8;
      for (const other of wanted)
        if (!Object.hasOwn(value, other) && !fault(run, pointerInside(run, at, other), 'dependentRequired', `is required beside "${name}"`))
          fitting = false;
    }
    for (const { name, check } of schemas) if (Object.hasOwn(value, name) && !check(value, at, run)) fitting = false;
    return fitting;
  };
};

export const unevaluated: Keyword = (schema, compile) => {
  const { unevaluatedProperties } = schema;
  if (unevaluatedProperties === undefined || unevaluatedProperties === true) return undefined;
  const check = unevaluatedProperties === false ? refuseExtra : compile(unevaluatedProperties);
  return (value, at, run) => {
    if (!isObject(value)) return true;
    const each = Object.keys(value).length / 8;
    const enter = (): void => spend(run, 1 + each);
    const seen = evaluated(schema, value, { compile, enter, holds: (branch) => fits(compile(branch), value, run) });
    const rest = Object.keys(value).filter((name) => !seen.has(name));
    return all(
      rest.map(
        (name): Check =>
          () =>
            check(value[name] ?? null, pointerInside(run, at, name), run),
      ),
    )(value, at, run);
  };
};

interface Looking {
  readonly compile: Compile;
  readonly holds: (branch: Schema) => boolean;
  /** To be told of every schema that is looked into. */
  enter(): void;
}

/** The members that some schema for this value has looked at. */
function evaluated(schema: Schema, value: JsonObject, looking: Looking): Set<string> {
  const { compile, enter, holds } = looking;
  const seen = new Set<string>();
  enter();
  if (typeof schema === 'boolean') return seen;
  const names = Object.keys(value);
  const patterns = Object.keys(schema.patternProperties ?? {}).map(compile.test);
  for (const name of names) {
    if (
      schema.additionalProperties !== undefined ||
      Object.hasOwn(schema.properties ?? {}, name) ||
      patterns.some((matches) => matches(name))
    )
      seen.add(name);
  }
  const applied = [
    ...(schema.allOf ?? []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(holds),
    ...(schema.$ref === undefined ? [] : [compile.resolve({ $ref: schema.$ref })]),
    ...(schema.if === undefined ? [] : holds(schema.if) ? [schema.if, schema.then ?? true] : [schema.else ?? true]),
    ...Object.entries(schema.dependentSchemas ?? {})
      .filter(([name]) => Object.hasOwn(value, name))
      .map(([, other]) => other),
  ];
  for (const part of applied) for (const name of evaluated(part, value, looking)) seen.add(name);
  return seen;
}

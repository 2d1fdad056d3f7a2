/**
 * Checks values against the schemas of a document without making code from them, so that it runs where `eval` is refused.
 * Each schema becomes a function on first use. Our own rather than @cfworker/json-schema, which manages 3–6 thousand checks
 * a second of a 2 kB resource, runs the platform's RegExp on a user's patterns, and stops at "no alternative fits".
 */
import type { Checker, Json, JsonObject, LenientCheck, Sample, Schema, SchemaAt, SchemaFault, SchemaObject } from '../contract.ts';
import {
  all,
  type Check,
  type Compile,
  COST_FAULT,
  type Direction,
  directionOf,
  fault,
  type FoundFault,
  type Run,
  TOO_COSTLY,
  type Trail,
} from './check.ts';
import { type FindBroken, lenientCheck } from './lenient-check.ts';
import { allOf, anyOf, condition, not, oneOf } from './keywords-choice.ts';
import { inherited } from './keywords-discriminator.ts';
import { CHARACTERS_PER_STEP } from '../equal.ts';
import { familiesOf } from '../discriminator.ts';
import { valuesIn } from '../json.ts';
import { lazilyFor } from '../lazily.ts';
import { contains, itemCount, items } from './keywords-array.ts';
import { dependencies, memberCount, memberNames, members, required, unevaluated } from './keywords-object.ts';
import { constant, enumeration, number, text, type } from './keywords-value.ts';
import { CHECK_STEPS, CHECK_STEPS_PER_VALUE } from '../limits.ts';
import { requirementsOf } from './requirements.ts';
import { compilePattern, type PatternTest } from './pattern.ts';
import { dereference, lookUp } from '../reading/references.ts';
import { isOverBudget, type Workload } from '../work.ts';

const KEYWORDS = [
  enumeration,
  constant,
  text,
  number,
  required,
  members,
  memberNames,
  memberCount,
  dependencies,
  items,
  itemCount,
  contains,
  allOf,
  inherited,
  anyOf,
  oneOf,
  not,
  condition,
  unevaluated,
];

export interface Validator {
  resolve(schema: Schema): Schema;
  family(base: SchemaObject): readonly Schema[];
  matches(pattern: string, text: string): boolean;
  check(at: SchemaAt, value: Json): readonly SchemaFault[];
  checker(at: SchemaAt): Checker;
  /** `strict` may be given where there is a faster one. */
  lenient(at: SchemaAt, samples: () => readonly Sample[], strict?: Checker): LenientCheck;
}

const NO_FAULTS: readonly SchemaFault[] = [];
const anything: Check = () => true;
const nothing: Check = (_value, at, run) => fault(run, at, 'false', 'must not be present');

interface Known {
  /** Compiled already. */
  readonly patterns?: Map<string, PatternTest>;
  /** Schemas whose pattern their own examples break. */
  readonly doubted?: ReadonlySet<unknown>;
}

export function interpretedValidator(
  document: JsonObject,
  work: Workload,
  { patterns = new Map(), doubted = new Set() }: Known = {},
): Validator {
  const named = lazilyFor(($ref: string) => (dereference(document, { $ref }, '')?.node ?? true) as Schema); // load has made sure that a schema stands there
  const resolve = (schema: Schema): Schema => {
    if (typeof schema === 'boolean') return schema;
    work.spend(1);
    return schema.$ref === undefined ? schema : named(schema.$ref);
  };
  const test = (pattern: string): PatternTest => {
    const known = patterns.get(pattern) ?? testOf(pattern);
    patterns.set(pattern, known);
    return known;
  };
  const family = familiesOf(document, resolve);
  const heirs = lazilyFor((base: SchemaObject): ReadonlySet<Schema> => new Set(family(base).map(resolve)));
  const compilers = {
    request: compiler(document, { requirements: requirementsOf('request', resolve), resolve, test, family, heirs }),
    response: compiler(document, { requirements: requirementsOf('response', resolve), resolve, test, family, heirs }),
  };

  function checker({ pointer, schema }: SchemaAt): Checker {
    const direction = directionOf(pointer);
    const compile = compilers[direction];
    let compiled: Check | undefined;
    return (value) => faultsBy((compiled ??= compile(schema)), value, { direction, work });
  }

  const broken: FindBroken = ({ pointer, schema }, value, allows = () => false) => {
    const direction = directionOf(pointer);
    return faultsBy(compilers[direction](schema), value, { direction, work }, { schemas: [], allows });
  };

  return {
    resolve,
    family,
    matches(pattern, value) {
      const matching = test(pattern);
      work.spend((value.length * (matching.size ?? 0)) / CHARACTERS_PER_STEP);
      return matching(value);
    },
    check: (at, value) => checker(at)(value),
    checker,
    lenient: (at, samples, strict = checker(at)) => lenientCheck({ document, at, strict, broken, samples, doubted }),
  };
}

interface Checking {
  readonly direction: Direction;
  readonly work: Workload;
}

function faultsBy(compiled: Check, value: Json, { direction, work }: Checking, trail?: Trail): readonly FoundFault[] {
  const run: Run = { faults: undefined, steps: 0, most: CHECK_STEPS, ...(trail && { trail }) };
  for (const most of [CHECK_STEPS, undefined]) {
    try {
      // No check takes what the request has not left: it is then the value that is too costly.
      run.most = Math.min(work.left() / 2, most ?? CHECK_STEPS + CHECK_STEPS_PER_VALUE * valuesIn(value));
      trail?.schemas.splice(0);
      run.faults = undefined;
      run.steps = 0;
      const fitting = compiled(value, '', run);
      work.spend(Math.min(run.steps, run.most));
      if (fitting) return NO_FAULTS;
      const faults: FoundFault[] = [];
      run.faults = faults;
      run.steps = 0;
      compiled(value, '', run);
      work.spend(Math.min(run.steps, run.most));
      return faults;
    } catch (error) {
      if (isOverBudget(error) || (error !== TOO_COSTLY && !(error instanceof RangeError))) throw error;
      work.spend(Math.min(run.steps, run.most));
      // A large value takes many steps and is right all the same: then its values are counted, which few need.
      if (error === TOO_COSTLY && most !== undefined) continue;
    }
  }
  // What nobody has shown to be wrong is no reason to withhold an answer; a body that could stop everybody is a reason to refuse it.
  return direction === 'request' ? [COST_FAULT] : NO_FAULTS;
}

/** Load has reported the patterns that cannot be checked and taken them out. */
function testOf(pattern: string): PatternTest {
  const compiled = compilePattern(pattern);
  return typeof compiled === 'function' ? compiled : () => true;
}

function compiler(document: JsonObject, about: Pick<Compile, 'requirements' | 'resolve' | 'test' | 'family' | 'heirs'>): Compile {
  const checks = new Map<Schema, Check>();
  const compile: Compile = Object.assign(compileSchema, about);
  return compile;

  function compileSchema(schema: Schema): Check {
    if (typeof schema === 'boolean') return schema ? anything : nothing;
    const known = checks.get(schema);
    if (known) return known;
    about.requirements.enter(schema);
    const ofType = type(schema, compile);
    const parts = [reference(schema.$ref), ...KEYWORDS.map((keyword) => keyword(schema, compile))].filter((part) => part !== undefined);
    const rest = all(parts);
    const check: Check = (value, at, run) => {
      if (++run.steps > run.most) throw TOO_COSTLY;
      run.trail?.schemas.push(schema);
      // What has the wrong type breaks other rules only by the way.
      const fitting = ofType !== undefined && !ofType(value, at, run) ? false : rest(value, at, run);
      run.trail?.schemas.pop();
      return fitting;
    };
    checks.set(schema, check);
    return check;
  }

  /** Compiled when first met: recursive schemas have no end otherwise. */
  function reference($ref: string | undefined): Check | undefined {
    if ($ref === undefined) return undefined;
    let target: Check | undefined;
    return (value, at, run) => {
      target ??= compileSchema((lookUp(document, $ref)?.node ?? true) as Schema); // load has made sure that a schema stands there
      return target(value, at, run);
    };
  }
}

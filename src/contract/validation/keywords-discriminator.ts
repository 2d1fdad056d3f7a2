/** `discriminator`: where a value names the schema that it is of, that one decides, and no other is tried. */
import type { Schema, SchemaObject } from '../contract.ts';
import { fixedWords, tagIn, tagsOf } from '../discriminator.ts';
import { type Check, type Compile, fault, pointerInside, type Keyword } from './check.ts';
import { listed } from './keywords-value.ts';

interface Choice {
  readonly schema: SchemaObject;
  readonly branches: readonly Schema[];
  readonly compile: Compile;
  /** For a value whose word names no branch. */
  readonly strange?: Check;
}

const anything: Check = () => true;

/** The check of the branch that a value names; `otherwise` for a value that names none and need not. */
export function byTag({ schema, branches, compile, strange }: Choice, otherwise: Check): Check {
  const tags = tagsOf(compile.resolve, schema, branches);
  if (!tags) return otherwise;
  const checks = branches.map(compile);
  const message = `must be ${listed([...tags.branchOf.keys()])}, which say which schema the rest has to fit`;
  return (value, at, run) => {
    const word = tagIn(tags, value);
    const named = checks[(word === undefined ? undefined : tags.branchOf.get(word)) ?? tags.otherwise ?? -1];
    if (named) return named(value, at, run);
    if (word === undefined || !tags.isStrange(word)) return otherwise(value, at, run);
    if (strange) return strange(value, at, run);
    return fault(run, pointerInside(run, at, tags.propertyName), 'discriminator', message);
  };
}

/** A schema that others extend by `allOf` names them by its discriminator: a value of the schema is then one of those. */
export const inherited: Keyword = (schema, compile) => {
  if (schema.discriminator === undefined || schema.oneOf || schema.anyOf) return undefined;
  const family = compile.family(schema);
  if (family.length < 2) return undefined;
  // Its own keywords are checked beside this one, and where they list the words they say what is wrong with another.
  const lists = fixedWords(compile.resolve, schema, schema.discriminator.propertyName).length > 0;
  return byTag({ schema, branches: family, compile: ofHeirs(schema, compile), ...(lists && { strange: anything }) }, anything);
};

function ofHeirs(base: SchemaObject, compile: Compile): Compile {
  const heirs = (schema: Schema): Check => (compile.resolve(schema) === base ? anything : compile(schema));
  return Object.assign(heirs, { ...compile });
}

/** What an heir takes over from a schema is all of it but the choice among its heirs. */
export function withoutHeirs(part: Schema, heir: SchemaObject, compile: Compile): Schema {
  if (typeof part === 'boolean' || part.$ref === undefined) return part;
  const base = compile.resolve(part);
  if (typeof base === 'boolean' || base.discriminator === undefined || base.oneOf || base.anyOf) return part;
  if (!compile.heirs(base).has(heir)) return part;
  const { discriminator: _, ...rest } = base;
  return base.allOf ? { ...rest, allOf: base.allOf.map((one) => withoutHeirs(one, base, compile)) } : rest;
}

/** The keywords that combine schemas for one value. Where no alternative fits, the faults of the one that fits best are reported. */
import type { Json, SchemaFault } from '../contract.ts';
import { all, type Check, collect, fault, fits, type FoundFault, type Keyword, type Run } from './check.ts';
import { byTag, withoutHeirs } from './keywords-discriminator.ts';

export const allOf: Keyword = (schema, compile) =>
  schema.allOf === undefined ? undefined : all(schema.allOf.map((part) => compile(withoutHeirs(part, schema, compile))));

export const anyOf: Keyword = (schema, compile) => {
  if (schema.anyOf === undefined) return undefined;
  const branches = schema.anyOf.map(compile);
  return byTag(
    { schema, branches: schema.anyOf, compile },
    (value, at, run) => branches.some((branch) => fits(branch, value, run)) || reportBest(branches, value, at, run, 'anyOf'),
  );
};

export const oneOf: Keyword = (schema, compile) => {
  if (schema.oneOf === undefined) return undefined;
  const branches = schema.oneOf.map(compile);
  return byTag({ schema, branches: schema.oneOf, compile }, (value, at, run) => {
    let fitting = 0;
    for (const branch of branches) if (fits(branch, value, run) && ++fitting > 1) break;
    if (fitting > 1) return fault(run, at, 'oneOf', 'fits more than one of the alternatives of which exactly one must fit');
    return fitting === 1 || reportBest(branches, value, at, run, 'oneOf');
  });
};

export const not: Keyword = ({ not: schema }, compile) => {
  if (schema === undefined) return undefined;
  const check = compile(schema);
  return (value, at, run) => !fits(check, value, run) || fault(run, at, 'not', 'is one of the values that the contract rules out here');
};

export const condition: Keyword = ({ if: test, then: yes = true, else: no = true }, compile) => {
  if (test === undefined) return undefined;
  const [holds, followed, otherwise] = [compile(test), compile(yes), compile(no)];
  return (value, at, run) => (fits(holds, value, run) ? followed(value, at, run) : otherwise(value, at, run));
};

/**
 * How much each fault says that the branch was not the one that was meant. A branch for another kind of value says so most
 * plainly; then one whose tag differs; then one with other members. A fault deep inside is what a wrong leaf looks like.
 */
const WRONG_KIND = 1000;
const WRONG_TAG = 50;
const WRONG_MEMBERS = 3;
const WRONG_DEEP_TAG = 2;

function reportBest(branches: readonly Check[], value: Json, at: string, run: Run, keyword: string): boolean {
  if (!run.faults) return false;
  let best: { readonly found: readonly FoundFault[]; readonly distance: number } | undefined;
  for (const branch of branches) {
    const found = collect(branch, value, at, run);
    const distance = found.reduce((sum, one) => sum + weight(one, at), 0);
    if (!best || distance < best.distance) best = { found, distance };
  }
  if (!best || best.found.length === 0) return fault(run, at, keyword, 'fits none of the alternatives');
  for (const one of best.found) run.faults.push(one);
  return false;
}

function weight({ pointer, keyword }: SchemaFault, at: string): number {
  if (pointer === at) return keyword === 'false' ? WRONG_KIND * 2 : keyword === 'type' ? WRONG_KIND : WRONG_TAG;
  const direct = !pointer.slice(at.length + 1).includes('/');
  if (keyword === 'const' || keyword === 'enum') return direct ? WRONG_TAG : WRONG_DEEP_TAG;
  return direct && (keyword === 'required' || keyword === 'additionalProperties') ? WRONG_MEMBERS : 1;
}

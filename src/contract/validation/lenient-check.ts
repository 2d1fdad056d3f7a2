/**
 * Lets requests break what the contract's own examples break: that keyword, of that use of its schema, and nothing else. Whoever sends
 * what a contract publishes is not refused; everybody else is held to the rest of it.
 */
import type { Checked, Checker, Json, JsonObject, LenientCheck, Relaxation, Sample, Schema, SchemaAt } from '../contract.ts';
import { lazily } from '../lazily.ts';
import { childrenOf } from '../reading/document-structure.ts';
import type { Draft } from '../reading/read-document.ts';
import { lookUp } from '../reading/references.ts';
import type { Broken, FoundFault } from './check.ts';

/** Every fault of a value, with what it breaks. */
export type FindBroken = (at: SchemaAt, value: Json, allows?: (broken: Broken) => boolean) => readonly FoundFault[];

interface About {
  readonly document: JsonObject;
  readonly at: SchemaAt;
  readonly strict: Checker;
  readonly broken: FindBroken;
  readonly samples: () => readonly Sample[];
  /** Schemas whose pattern their own examples break. */
  readonly doubted: ReadonlySet<unknown>;
}

/** How often what is let through may bring other faults of one sample to light. */
const ROUNDS = 10;

export function lenientCheck({ document, at, strict, broken, samples, doubted }: About): LenientCheck {
  const numbers = new Map<Schema, number>();
  const numberOf = (schema: Schema): number => {
    const known = numbers.get(schema) ?? numbers.size;
    numbers.set(schema, known);
    return known;
  };
  const useOf = ({ schemas, keyword, member }: Broken): string => `${schemas.map(numberOf).join('.')} ${keyword} ${member}`;
  const keywordOf = ({ schemas, keyword, member }: Broken): string => `${numberOf(schemas.at(-1) ?? true)} ${keyword} ${member}`;

  const relaxed = lazily((): ReadonlyMap<string, Relaxation> => {
    const found = new Map<string, Relaxation>();
    for (const sample of samples()) learn(sample, found);
    return found;
  });

  function learn({ name, value, under }: Sample, found: Map<string, Relaxation>): void {
    const elsewhere = under && new Set(broken(under, value).flatMap((fault) => (fault.broken ? [keywordOf(fault.broken)] : [])));
    for (let round = 0; round < ROUNDS; round++) {
      const faults = broken(at, value, (one) => found.has(useOf(one)) || (one.keyword === 'pattern' && doubted.has(one.schemas.at(-1))));
      const before = found.size;
      for (const { broken: what, pointer, keyword, message } of faults) {
        if (!what || (elsewhere && !elsewhere.has(keywordOf(what)))) continue;
        found.set(useOf(what), { sample: name, keyword, pointer: pointerOf(what), at: pointer, message });
      }
      if (found.size === before) return;
    }
  }

  /** The keyword in the document, by the schemas that lead to it. */
  function pointerOf({ schemas, keyword }: Broken): string {
    let here = at.pointer;
    for (const [index, schema] of schemas.slice(1).entries())
      here = stepTo(document, { from: schemas[index] ?? true, pointer: here }, schema);
    return `${here}/${keyword}`;
  }

  function relaxationFor(one: Broken): Relaxation | undefined {
    if (one.keyword !== 'pattern' || !doubted.has(one.schemas.at(-1))) return relaxed().get(useOf(one));
    return { sample: "the schema's own example", keyword: 'pattern', pointer: pointerOf(one), at: '', message: 'must match the pattern' };
  }

  return {
    check(value) {
      const strictly = strict(value);
      if (strictly.length === 0) return FITS;
      if (relaxed().size === 0 && doubted.size === 0) return { faults: strictly, relaxed: [] };
      const used = new Set<Relaxation>();
      const faults = broken(at, value, (one) => {
        const relaxation = relaxationFor(one);
        if (relaxation) used.add(relaxation);
        return relaxation !== undefined;
      });
      return faults.length === 0
        ? { faults: [], relaxed: [...used] }
        : { faults: faults.map(({ pointer, keyword, message }) => ({ pointer, keyword, message })), relaxed: [] };
    },
    relaxations: () => [...relaxed().values()],
  };
}

const FITS: Checked = { faults: [], relaxed: [] };

/** What the explanation of a request says of a keyword that was not enforced. */
export function sayRelaxed({ keyword, sample, at, message }: Relaxation): string {
  return `"${keyword}" was not enforced, because ${sample} of the contract breaks it as well: ${at === '' ? 'the whole' : at} ${message}.`;
}

/** Where a schema stands that was reached from another one; where that one stands, if it was made for the check alone. */
function stepTo(document: JsonObject, { from, pointer }: { readonly from: Schema; readonly pointer: string }, to: Schema): string {
  if (typeof from === 'boolean') return pointer;
  const target = from.$ref === undefined ? undefined : lookUp(document, from.$ref);
  if (target?.node === to) return target.pointer;
  for (const part of childrenOf('schema', from as Draft, pointer)) if (part.holder[part.key] === to) return part.pointer;
  return pointer;
}

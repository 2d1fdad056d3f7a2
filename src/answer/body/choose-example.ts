/** Which published example answers: the one asked for by name, else the one that shows this request's ids, else one that fits its schema. */
import type { Contract, Json, MediaType, NamedExample } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { isNhsNumber } from '../../fhir/nhs-number.ts';
import type { Bound } from '../../meaning/bound.ts';
import { bareValue } from '../../meaning/roles/check-role.ts';

export interface ExampleQuery {
  readonly contract: Contract;
  readonly mediaType: MediaType;
  readonly prefer?: { readonly example?: string };
  readonly bound: Bound;
  /** The request is about somebody whom the world has: where no example shows them, one about a person serves better. */
  readonly aboutPerson?: boolean;
  /** `valid`: only an example that fits its own schema will do. */
  readonly mode: 'published' | 'valid';
}

export interface ChosenExample {
  readonly name: string;
  readonly value: Json;
  /** Whether it fits the schema it was published for. */
  readonly fits: boolean;
  /** Whether it shows an id of this request. */
  readonly shows: boolean;
}

export function chooseExample({ contract, mediaType, prefer, bound, aboutPerson = false, mode }: ExampleQuery): ChosenExample | undefined {
  const judged = (example: NamedExample, shows: number): ChosenExample => ({
    name: example.name,
    value: example.value,
    fits: fitsOwnSchema(contract, mediaType, example),
    shows: shows > 0,
  });
  const asked = prefer?.example === undefined ? undefined : mediaType.examples.find(({ name }) => name === prefer.example);
  if (asked) return judged(asked, shown(asked, bound));
  const ranked = mediaType.examples
    .map((example) => ({ example, shows: shown(example, bound) }))
    .toSorted((a, b) => b.shows - a.shows || (aboutPerson ? Number(namesSomebody(b.example)) - Number(namesSomebody(a.example)) : 0));
  const most = ranked[0]?.shows ?? 0;
  let first: ChosenExample | undefined;
  for (const { example, shows } of ranked) {
    // Of those that show the ids best one that fits is better; an example of something else is worse than a misfit.
    if (mode === 'published' && shows < most && first) return first;
    const found = judged(example, shows);
    if (found.fits) return found;
    first ??= found;
  }
  return mode === 'valid' ? undefined : first;
}

// Derived from contracts, which do not change; a reloaded contract has new examples.
const fitting = new WeakMap<NamedExample, boolean>();
const holding = new WeakMap<NamedExample, ReadonlySet<string>>();

function fitsOwnSchema(contract: Contract, { schema, type }: MediaType, example: NamedExample): boolean {
  const known = fitting.get(example);
  if (known !== undefined) return known;
  const json = /[/+]json\b|^\*\/\*/i.test(type);
  const fits = !json || !schema || contract.check(schema, example.value).length === 0;
  fitting.set(example, fits);
  return fits;
}

/** How many of the request's ids stand in the example: the item's own id counts most. */
function shown(example: NamedExample, { byName, byRole, item }: Bound): number {
  const held = heldIn(example);
  const ids = new Set([...Object.values(byRole), ...Object.values(byName).filter(isTelling)].map((value) => bareValue(String(value))));
  let count = item && held.has(item.value) ? 3 : 0;
  for (const id of ids) if (held.has(id) && id !== item?.value) count++;
  return count;
}

function heldIn(example: NamedExample): ReadonlySet<string> {
  const held = holding.get(example) ?? heldBy(example.value);
  holding.set(example, held);
  return held;
}

function namesSomebody(example: NamedExample): boolean {
  return [...heldIn(example)].some((text) => isNhsNumber(text));
}

/** Worth looking for: a page size, a flag or a status stands in many bodies by chance. */
function isTelling(value: Json): boolean {
  return (typeof value === 'string' || typeof value === 'number') && /\d/.test(String(value)) && String(value).length >= 4;
}

/** Every text and number of a body, and the id at the end of a reference; what is contained or about the resource says nothing of which one it is. */
function heldBy(value: Json): ReadonlySet<string> {
  const held = new Set<string>();
  const visit = (node: Json): void => {
    if (isArray(node)) {
      for (const item of node) visit(item);
    } else if (isObject(node)) {
      for (const [name, member] of Object.entries(node)) if (name !== 'contained' && name !== 'meta') visit(member);
    } else if (typeof node === 'string' || typeof node === 'number') {
      held.add(String(node));
      const last = /\/([^/?#]+)(?:[?#].*)?$/.exec(String(node))?.[1];
      if (last !== undefined) held.add(last);
    }
  };
  visit(value);
  return held;
}

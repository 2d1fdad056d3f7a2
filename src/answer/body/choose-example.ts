/** Which published example answers: the one asked for by name, else the one of the request that the contract pairs it with, else one that shows the request's values. */
import type { Json, Operation, Parameter } from '../../contract/contract.ts';
import { type Bound, givenIn, type RequestValues } from '../../meaning/bound.ts';
import { bareValue } from '../../meaning/roles/check-role.ts';
import { joined } from '../../meaning/words.ts';
import type { ExamplePlan, PlannedExample } from '../../plan/examples/example-plan.ts';
import { exampleName, type Pairing } from '../../plan/examples/pairing.ts';

export interface ExampleQuery {
  readonly plan: Pick<ExamplePlan, 'pairs'>;
  readonly examples: readonly PlannedExample[];
  readonly operation: Pick<Operation, 'parameters'>;
  readonly request: RequestValues;
  readonly bound: Bound;
  /** The name asked for in so many words. */
  readonly named?: string;
  /** The request is about somebody whom the world has: where no example shows them, one about a person serves better. */
  readonly aboutPerson?: boolean;
}

export function chooseExample(query: ExampleQuery): PlannedExample | undefined {
  const { examples, named } = query;
  const [first] = examples;
  const asked = named === undefined ? undefined : examples.find(({ name }) => name === named);
  if (asked || !first || examples.length === 1) return asked ?? first;
  const pairing = query.plan.pairs(query.request);
  const sought = soughtIn(query);
  const ranked = examples
    .map((example) => ({ example, rank: rankOf(example, sought, pairing, query) }))
    .toSorted((a, b) => compare(b.rank, a.rank));
  const best = ranked[0] ?? { example: first, rank: [] };
  // Of those that suit the request best one that fits its schema is better; an example of something else is worse than a misfit.
  const equals = ranked.filter(({ rank }) => compare(rank, best.rank) === 0).map(({ example }) => example);
  return equals.find(({ faults }) => faults.length === 0) ?? best.example;
}

/** What the answer should show. */
interface Sought {
  readonly item: string | undefined;
  /** Ids, what stands in the path, and what the contract itself shows as a parameter's value. */
  readonly values: ReadonlySet<string>;
  /** By plain name: what a member of that name should hold. */
  readonly members: ReadonlyMap<string, string>;
}

function soughtIn({ operation, request, bound }: ExampleQuery): Sought {
  const values = new Set(Object.values(bound.byRole));
  const members = new Map<string, string>();
  for (const parameter of operation.parameters) {
    const value = givenIn(request, parameter);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
    const text = bareValue(String(value));
    if (parameter.in === 'path' || isTelling(text) || isShownFor(parameter, value)) values.add(text);
    if (parameter.in === 'path' || parameter.in === 'query') members.set(joined(parameter.name), text);
  }
  return { item: bound.item?.value, values, members };
}

/** Worth looking for anywhere: a page size, a flag or a status stands in many bodies by chance. */
function isTelling(text: string): boolean {
  return /\d/.test(text) && text.length >= 4;
}

function isShownFor({ examples }: Parameter, value: Json): boolean {
  return typeof value !== 'boolean' && examples.some((example) => String(example.value) === String(value));
}

/** What counts first stands first. */
type Rank = readonly number[];

function rankOf({ name, shown, aboutPerson }: PlannedExample, sought: Sought, pairing: Pairing, query: ExampleQuery): Rank {
  const plain = exampleName(name);
  const paired = plain === undefined ? 0 : (pairing.names.get(plain) ?? 0);
  const { item } = sought;
  const isItem = item !== undefined && (shown.values.has(item) || shown.named.has(item));
  let count = isItem ? 3 : 0;
  for (const value of sought.values) if (value !== item && (shown.values.has(value) || shown.named.has(value))) count++;
  for (const [member, text] of sought.members)
    if (text !== item && !sought.values.has(text) && shown.members.get(member)?.has(text)) count++;
  const nearest = plain !== undefined && plain === pairing.nearest;
  return [paired + count, nearest ? 1 : 0, query.aboutPerson && aboutPerson ? 1 : 0];
}

function compare(a: Rank, b: Rank): number {
  for (const [place, value] of a.entries()) if (value !== (b[place] ?? 0)) return value - (b[place] ?? 0);
  return 0;
}

/**
 * Opens schemas that apply to themselves without stepping into the value (`A = allOf [A, …]`): JSON Schema gives them no meaning,
 * and checking one would never end. Recursion through members and items is legal and stays.
 */
import type { Json, JsonObject, Quirk } from '../../contract.ts';
import { isArray, isObject } from '../../json.ts';
import { COST, SCHEMA_CHAIN } from '../../limits.ts';
import type { Budget } from '../../work.ts';
import type { Draft } from '../read-document.ts';
import { lookUp } from '../references.ts';

export interface PlacedSchema {
  readonly schema: Draft;
  readonly pointer: string;
}

/** A step from a schema to another one for the same value. */
interface Edge {
  readonly to: Draft;
  /** One of the alternatives of a choice; one of several schemas that must hold; or another step, such as from a name to what it names. */
  readonly kind: 'choice' | 'part' | 'step';
  /** The keyword that leads there. */
  readonly keyword: string;
  cut(): void;
}

interface Frame extends PlacedSchema {
  readonly edges: readonly Edge[];
  next: number;
  height: number;
}

/** A circle, by its steps: where each starts, and the edge. The last one ends where the first one starts. */
type Circle = readonly { readonly frame: Frame; readonly edge: Edge }[];

/** How often what was opened is looked at again: a circle may lie inside another. */
const ROUNDS = 5;

interface About {
  readonly quirks: Quirk[];
  readonly budget: Budget;
}

export function breakCycles(document: JsonObject, schemas: readonly PlacedSchema[], about: About): void {
  for (let round = 0; round < ROUNDS && breakOnce(document, schemas, about); round++);
}

/** True where a schema was given new parts, which may be part of other circles. */
function breakOnce(document: JsonObject, schemas: readonly PlacedSchema[], { quirks, budget }: About): boolean {
  const heights = new Map<Draft, number>();
  const open = new Set<Draft>();
  let changed = false;
  for (const placed of schemas) if (!heights.has(placed.schema)) visit(placed);
  return changed;

  function visit(root: PlacedSchema): void {
    const stack: Frame[] = [enter(root.schema, root.pointer)];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const edge = frame.edges[frame.next++];
      if (edge === undefined) {
        heights.set(frame.schema, frame.height);
        open.delete(frame.schema);
        stack.pop();
        const parent = stack.at(-1);
        if (parent) measure(parent, frame.height);
      } else if (open.has(edge.to)) {
        openCircle(stack, edge);
      } else {
        const height = heights.get(edge.to);
        if (height === undefined) stack.push(enter(edge.to, frame.pointer));
        else measure(frame, height);
      }
    }
  }

  function enter(schema: Draft, pointer: string): Frame {
    open.add(schema);
    const edges = edgesOf(document, schema);
    budget.spend(COST.reference + COST.part * edges.length);
    return { schema, pointer, edges, next: 0, height: 1 };
  }

  function measure(frame: Frame, below: number): void {
    if (below < SCHEMA_CHAIN) {
      frame.height = Math.max(frame.height, below + 1);
      return;
    }
    frame.edges[frame.next - 1]?.cut();
    quirks.push({
      pointer: frame.pointer,
      effect: 'unchecked',
      message: `More than ${SCHEMA_CHAIN} schemas apply to one value here; the rest is left out.`,
    });
  }

  function openCircle(stack: readonly Frame[], closing: Edge): void {
    const start = stack.findIndex(({ schema }) => schema === closing.to);
    budget.spend(COST.quirk + COST.reference * stack.length);
    const circle = stack.slice(start).flatMap((frame) => {
      const edge = frame.edges[frame.next - 1];
      return edge ? [{ frame, edge }] : [];
    });
    const pointer = stack[start]?.pointer ?? '';
    if (circle.some((_, index) => extendsAt(circle, index))) {
      circle.forEach((_, index) => extendsAt(circle, index) && takeWithoutChoice(circle, index));
      changed = true;
      budget.spend(quirks.length);
      const message = 'This schema is one of others that extend it; what they take over is the rest of it, without that choice.';
      if (!quirks.some((quirk) => quirk.pointer === pointer && quirk.message === message))
        quirks.push({ pointer, effect: 'mended', message });
      return;
    }
    // A branch that leads back to its own choice can never be the reason why a value fits; elsewhere the step adds nothing.
    (circle.findLast(({ edge }) => edge.kind === 'choice')?.edge ?? closing).cut();
    const message = 'This schema applies to itself without end; the step that closes the circle is left out.';
    quirks.push({ pointer, effect: 'mended', message });
  }
}

/**
 * Whether the circle comes to the schema at this place by a part of another, and leaves it by a choice: `B: oneOf [I]`,
 * `I: allOf [B, …]`. Nobody means more by it than that I is one of the kinds of B, with all that B says of each of them.
 */
function extendsAt(circle: Circle, index: number): boolean {
  return circle[index]?.edge.kind === 'choice' && cameBy(circle, index)?.edge.kind === 'part';
}

/** The step by which the circle comes to a schema, before any other names of it. */
function cameBy(circle: Circle, index: number): Circle[number] | undefined {
  for (let back = 1; back <= circle.length; back++) {
    const step = circle.at((index - back + circle.length) % circle.length);
    if (step?.edge.kind !== 'step') return step;
  }
  return undefined;
}

/** The last step to the schema no longer leads to it, but to all that it says beside its choice, and beside a choice inside that one. */
function takeWithoutChoice(circle: Circle, index: number): void {
  const into = circle.at((index - 1 + circle.length) % circle.length);
  const target = circle[index]?.frame.schema;
  if (!into || !target) return;
  const said = restsOf(circle, index).filter((rest) => Object.keys(rest).length > 0);
  const [only = {}] = said;
  const rest = said.length > 1 ? { allOf: said } : only;
  const { schema } = into.frame;
  if (into.edge.keyword === '$ref') {
    delete schema['$ref'];
    if (Object.keys(schema).length === 0) Object.assign(schema, rest);
    else schema['allOf'] = [...(isArray(schema['allOf']) ? schema['allOf'] : []), rest];
  } else if (isArray(schema['allOf'])) schema['allOf'] = schema['allOf'].map((part) => (part === target ? rest : part));
}

function restsOf(circle: Circle, index: number): JsonObject[] {
  const rests: JsonObject[] = [];
  for (let on = 0; on < circle.length; on++) {
    const step = circle[(index + on) % circle.length];
    if (!step || step.edge.kind === 'part') break;
    const { [step.edge.keyword]: _way, discriminator: _discriminator, ...rest } = step.frame.schema;
    rests.push(rest);
  }
  return rests;
}

function edgesOf(document: JsonObject, schema: Draft): Edge[] {
  const edges: Edge[] = [];
  const add = (to: Json | undefined, keyword: string, kind: Edge['kind'], cut: () => void): void => {
    if (isObject(to)) edges.push({ to: to as Draft, keyword, kind, cut });
  };
  const { $ref } = schema;
  const alone = Object.keys(schema).length === 1;
  if (typeof $ref === 'string') add(lookUp(document, $ref)?.node, '$ref', alone ? 'step' : 'part', () => delete schema['$ref']);
  for (const keyword of ['not', 'if', 'then', 'else']) add(schema[keyword], keyword, 'step', () => delete schema[keyword]);
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const list = schema[keyword];
    if (!isArray(list)) continue;
    const kind = keyword === 'allOf' ? 'part' : 'choice';
    list.forEach((item, index) => add(item, keyword, kind, () => ((list as Json[])[index] = kind === 'part' || list.length === 1)));
  }
  const { dependentSchemas } = schema;
  if (isObject(dependentSchemas)) {
    for (const [name, to] of Object.entries(dependentSchemas)) {
      add(to, 'dependentSchemas', 'step', () => delete (dependentSchemas as Draft)[name]);
    }
  }
  return edges;
}

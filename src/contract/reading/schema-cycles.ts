/**
 * Cuts schemas that apply to themselves without stepping into the value (`A = allOf [A, …]`): JSON Schema gives them no meaning,
 * and checking one would never end. Recursion through members and items is legal and stays.
 */
import type { Json, JsonObject, Quirk } from '../contract.ts';
import { isArray, isObject } from '../json.ts';
import { SCHEMA_CHAIN } from '../limits.ts';
import type { Draft } from './read-document.ts';
import { lookUp } from './references.ts';

export interface PlacedSchema {
  readonly schema: Draft;
  readonly pointer: string;
}

/** A step from a schema to another one for the same value. */
interface Edge {
  readonly to: Draft;
  readonly branch: boolean;
  cut(): void;
}

interface Frame extends PlacedSchema {
  readonly edges: readonly Edge[];
  next: number;
  height: number;
}

export function breakCycles(document: JsonObject, schemas: readonly PlacedSchema[], quirks: Quirk[]): void {
  const heights = new Map<Draft, number>();
  const open = new Set<Draft>();
  for (const placed of schemas) if (!heights.has(placed.schema)) visit(placed);

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
        cutCycle(stack, edge);
      } else {
        const height = heights.get(edge.to);
        if (height === undefined) stack.push(enter(edge.to, frame.pointer));
        else measure(frame, height);
      }
    }
  }

  function enter(schema: Draft, pointer: string): Frame {
    open.add(schema);
    return { schema, pointer, edges: edgesOf(document, schema), next: 0, height: 1 };
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

  /** A branch that leads back to its own choice can never be the reason why a value fits; elsewhere the step adds nothing. */
  function cutCycle(stack: readonly Frame[], closing: Edge): void {
    const start = stack.findIndex(({ schema }) => schema === closing.to);
    const taken = stack.slice(start).map((frame) => frame.edges[frame.next - 1]);
    const branch = taken.findLast((edge) => edge?.branch);
    (branch ?? closing).cut();
    quirks.push({
      pointer: stack[start]?.pointer ?? '',
      effect: 'mended',
      message: 'This schema applies to itself without end; the step that closes the circle is left out.',
    });
  }
}

function edgesOf(document: JsonObject, schema: Draft): Edge[] {
  const edges: Edge[] = [];
  const add = (to: Json | undefined, cut: () => void, branch = false): void => {
    if (isObject(to)) edges.push({ to: to as Draft, cut, branch });
  };
  const { $ref } = schema;
  if (typeof $ref === 'string') add(lookUp(document, $ref)?.node, () => delete schema['$ref']);
  for (const keyword of ['not', 'if', 'then', 'else']) add(schema[keyword], () => delete schema[keyword]);
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const list = schema[keyword];
    if (!isArray(list)) continue;
    const branch = keyword !== 'allOf' && list.length > 1;
    list.forEach((item, index) => add(item, () => ((list as Json[])[index] = !branch), branch));
  }
  const { dependentSchemas } = schema;
  if (isObject(dependentSchemas)) {
    for (const [name, to] of Object.entries(dependentSchemas)) add(to, () => delete (dependentSchemas as Draft)[name]);
  }
  return edges;
}

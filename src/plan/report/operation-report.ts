/** What is understood of one operation, and what of it is a guess: its plan, as data that can be printed. */
import type { Operation } from '../../contract/contract.ts';
import { pointerOf } from '../../contract/json-pointer.ts';
import { generateChecked, SOME_DAY } from '../../making/generate.ts';
import { nobody } from '../../population.ts';
import type { OperationPlan, StatePlan } from '../operation-plan.ts';
import type { Interaction } from '../resource/resource.ts';
import { guessesOf, type Guess } from './guesses.ts';
import { idKind } from './id-kind.ts';
import { reportOnList, type ListReport } from './list-report.ts';

/** The first way that can answer; the later ones stand behind it. `empty` documents no body, `refusal` no success, and `beyond` asks for more than is made. */
export type OperationAnswerer = 'behaviour' | 'inferred' | 'example' | 'generated' | 'empty' | 'refusal' | 'beyond';

export interface OperationReport {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly answeredBy: OperationAnswerer;
  readonly success?: { readonly status: number; readonly type?: string };
  /** What it does to a resource that is kept; absent where nothing is. */
  readonly state?: StateReport;
  /** Kinds of resource that its body carries, which are kept. */
  readonly carries?: readonly string[];
  readonly guesses: readonly Guess[];
  /** Why it answers 501: what its contract asks for is beyond the limits. */
  readonly beyond?: string;
}

export interface StateReport {
  readonly interaction: Interaction;
  /** The collection's path. */
  readonly resource: string;
  /** The collection whose rows it shows, where it is a view of another. */
  readonly shows?: string;
  readonly itemId?: { readonly at?: string; readonly kind: string };
  /** Items that the contract publishes. */
  readonly published: number;
  /** What of a request becomes the row. */
  readonly keeps?: string;
  readonly answers?: string;
  readonly list?: ListReport;
  /** The header that carries a version. */
  readonly version?: string;
}

/** An operation that cannot be answered within the limits. */
export function reportBeyond({ id, method, path, fragment }: Operation, why: string): OperationReport {
  const whole = path + (fragment === undefined ? '' : `#${fragment}`);
  return { id, method: method.toUpperCase(), path: whole, answeredBy: 'beyond', guesses: [], beyond: why };
}

export function reportOnOperation(plan: OperationPlan, hasBehaviour: boolean): OperationReport {
  const { operation, success, carried } = plan;
  const answeredBy = hasBehaviour ? 'behaviour' : answererOf(plan);
  const unmakeable = answeredBy === 'generated' ? whyUnmakeable(plan) : undefined;
  if (unmakeable !== undefined) return reportBeyond(operation, unmakeable);
  const state = plan.state && (answeredBy === 'inferred' || hasBehaviour) ? plan.state : undefined;
  const type = (success?.media ?? success?.response.content[0])?.type;
  return {
    id: operation.id,
    method: operation.method.toUpperCase(),
    path: operation.path + (operation.fragment === undefined ? '' : `#${operation.fragment}`),
    answeredBy,
    ...(success && { success: { status: success.status, ...(type !== undefined && { type }) } }),
    ...(state && !hasBehaviour && { state: reportOnState(state) }),
    ...(carried && { carries: [...carried.keys()] }),
    guesses: hasBehaviour ? [] : guessesOf(plan, answeredBy),
  };
}

/** Why no answer can be made; undefined where one can. */
function whyUnmakeable({ api, operation, success }: OperationPlan): string | undefined {
  const at = (success?.media ?? success?.response.content[0])?.schema;
  if (!at) return undefined;
  return generateChecked({ generator: api.generator, at, key: 'check', now: SOME_DAY, population: nobody, operation }).unmakeable;
}

function answererOf({ state, success }: OperationPlan): OperationAnswerer {
  if (state && (state.interaction !== 'list' || state.list())) return 'inferred';
  if (!success) return 'refusal';
  const { content } = success.response;
  if (content.some(({ examples }) => examples.length > 0)) return 'example';
  return content.length > 0 ? 'generated' : 'empty';
}

function reportOnState(state: StatePlan): StateReport {
  const { interaction, resource, tagging } = state;
  const list = reportOnList(state);
  return {
    interaction,
    resource: resource.path,
    ...(resource.view && { shows: resource.view.of.path }),
    ...(!resource.single && { itemId: itemIdOf(state) }),
    published: [...resource.published().rows.values()].filter(({ primary }) => primary).length,
    ...writeReport(state),
    ...(list && { list }),
    ...(tagging && { version: tagging.header }),
  };
}

function itemIdOf({ api, resource }: StatePlan): { readonly at?: string; readonly kind: string } {
  const { place } = resource.id;
  return { ...(place && { at: pointerOf(place) }), kind: idKind(api.meaning, resource.id) };
}

const WRITES: ReadonlySet<Interaction> = new Set<Interaction>(['create', 'replace', 'patch', 'delete']);

function writeReport({ interaction, write, success }: StatePlan): Pick<StateReport, 'keeps' | 'answers'> {
  if (!WRITES.has(interaction)) return {};
  const answer = write.acknowledgement(success);
  const { row } = write;
  const keeps = {
    'as-sent': 'what is sent',
    made: 'an item made around what is sent',
    inside: `what is sent, inside ${'place' in row ? pointerOf(row.place) : ''}`,
    'taken-out': `what is sent at ${'place' in row ? pointerOf(row.place) : ''}`,
  }[row.kind];
  const answers = {
    none: 'nothing',
    id: 'its id',
    row: 'the item',
    part: 'a part of the item',
    around: `the item at ${answer.kind === 'around' ? pointerOf(answer.place) : ''}`,
    document: 'a document of its own',
  }[answer.kind];
  return { ...((interaction === 'create' || interaction === 'replace') && { keeps }), answers };
}

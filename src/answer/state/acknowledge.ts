/** What a client is told of a write: what the plan of its operation says, filled with the row that was kept. */
import type { Json } from '../../contract/contract.ts';
import { changedAt } from '../../contract/json-edit.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import { isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import type { Reply } from '../../mock/reply.ts';
import type { StatePlan, SuccessPlan } from '../../plan/operation-plan.ts';
import { asAddress } from '../../plan/response/locations.ts';
import type { Acknowledgement } from '../../plan/write/acknowledgement.ts';
import { lazily } from '../../contract/lazily.ts';
import { placeId } from '../../plan/resource/id-plan.ts';
import type { Bodies } from './bodies.ts';
import { itemKey } from './current.ts';
import { itemPathOf, rowWithin, type MadeRow } from './make-row.ts';
import { writeRow } from './row.ts';

type Body = Pick<Reply, 'body' | 'rendered'>;
const nothing: Body = {};

export interface Written {
  readonly id: string;
  /** Undefined where nothing is kept that could be shown. */
  readonly made: MadeRow | undefined;
}

/** Keeps what was made and tells the client of it, and of where it is found where it is new. */
export function keep(
  plan: StatePlan,
  call: Call,
  bodies: Bodies,
  { id, made, success, isNew }: { readonly id: string; readonly made: MadeRow; readonly success: SuccessPlan; readonly isNew: boolean },
): Reply {
  writeRow(plan.resource, call, itemKey(plan.resource, call, id), made);
  if (made.body !== undefined) bodies.records.enter(call, plan.resource, id, made.body);
  const headers = { ...(isNew ? location(plan, call, id) : {}), ...tag(plan, made.row.version) };
  return { status: success.status, headers, ...acknowledgement(plan, call, bodies, success, { id, made }) };
}

export function acknowledgement(plan: StatePlan, call: Call, bodies: Bodies, success: SuccessPlan, { id, made }: Written): Body {
  const { media } = success;
  const told = plan.write.acknowledgement(success);
  if (!media) return nothing;
  const model = (): Json | undefined =>
    bodies.model(call, success.response, media, {
      id: id === '' ? undefined : id,
      isOutcome: told.kind === 'document' && told.isOutcome,
    });
  if (made?.body === undefined) return bodyOf(named(model(), told, id));
  return told.kind === 'row' ? { rendered: made.row.text } : bodyOf(shownRow(plan, call, bodies, told, { id, made, model: lazily(model) }));
}

const bodyOf = (body: Json | undefined): Body => (body === undefined ? nothing : { body });

export interface ToShow {
  readonly id: string;
  readonly made: MadeRow;
  /** A document of the kind that is shown, made or published. */
  readonly model: () => Json | undefined;
}

/** A row as a document of another schema shows it. */
export function shownRow(
  plan: StatePlan,
  call: Call,
  bodies: Bodies,
  told: Acknowledgement,
  { id, made, model }: ToShow,
): Json | undefined {
  switch (told.kind) {
    case 'none':
      return undefined;
    case 'id':
      return told.numeric ? Number(id) : id;
    case 'row':
      return made.body;
    case 'part':
      return partOf(plan, call, bodies, told, { id, made, model });
    case 'around': {
      const around = model();
      return around === undefined ? made.body : changedAt(around, told.place, made.body);
    }
    case 'document': {
      return named(model(), told, id);
    }
  }
}

/** The document says which id was given, where it has room for one. */
function named(document: Json | undefined, told: Acknowledgement, id: string): Json | undefined {
  return isObject(document) && told.kind === 'document' && told.id !== undefined && id !== '' ? placeId(document, told.id, id) : document;
}

/** What of the row the answer has room for. What it requires besides is made: nobody has said it. */
function partOf(plan: StatePlan, call: Call, bodies: Bodies, told: Part, { id, made, model }: ToShow): Json | undefined {
  const { names, at, owned, from } = told;
  const body = valueAt(made.body, from);
  if (!isObject(body)) return body;
  const part = names ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : body;
  return rowWithin(plan, call, bodies, { body: part, id, version: made.row.version, at, owned, model });
}

type Part = Extract<Acknowledgement, { readonly kind: 'part' }>;

/** Where what was made is found. */
function location({ resource, api }: StatePlan, call: Call, id: string): Readonly<Record<string, string>> {
  if (resource.itemPath === undefined || !api.contract.operations.some(({ path }) => path === resource.itemPath)) return {};
  return { Location: asAddress(call.url(itemPathOf(resource, call, id))) };
}

export function tag({ tagging }: StatePlan, version: number): Readonly<Record<string, string>> {
  return tagging ? { [tagging.header]: tagging.write(version) } : {};
}

/** What a client is told of a write: what the plan of its operation says, filled with the row that was kept. */
import type { Json } from '../../contract/contract.ts';
import { changedAt } from '../../contract/json-edit.ts';
import { isObject } from '../../contract/json.ts';
import type { Call, Reply } from '../../mock.ts';
import type { StatePlan, SuccessPlan } from '../../plan/operation-plan.ts';
import type { Acknowledgement } from '../../plan/write/acknowledgement.ts';
import { lazily } from '../../plan/lazily.ts';
import { placeId } from '../../plan/resource/id-plan.ts';
import type { Bodies } from './bodies.ts';
import { itemPathOf, rowWithin, type Made } from './make-row.ts';

type Body = Pick<Reply, 'body' | 'rendered'>;
const nothing: Body = {};

export interface Written {
  readonly id: string;
  /** Undefined where nothing is kept that could be shown. */
  readonly made: Made | undefined;
}

export function acknowledgement(plan: StatePlan, call: Call, bodies: Bodies, success: SuccessPlan, { id, made }: Written): Body {
  const { media } = success;
  const told = plan.write.acknowledgement(success);
  if (told.kind === 'none' || !media) return nothing;
  const model = (): Json | undefined => bodies.model(call, success.response, media, id === '' ? undefined : id);
  if (made?.body === undefined) return bodyOf(model());
  switch (told.kind) {
    case 'row':
      return { rendered: made.row.text };
    case 'part':
      return { body: partOf(plan, call, bodies, { id, made, told, model: lazily(model) }) };
    case 'around': {
      const around = model();
      return bodyOf(around === undefined ? undefined : changedAt(around, told.place, made.body));
    }
    case 'document': {
      const document = model();
      if (!isObject(document) || told.id === undefined) return bodyOf(document);
      return { body: placeId(document, told.id, id) };
    }
  }
}

const bodyOf = (body: Json | undefined): Body => (body === undefined ? nothing : { body });

interface Part extends Written {
  readonly made: Made;
  readonly told: Extract<Acknowledgement, { readonly kind: 'part' }>;
  readonly model: () => Json | undefined;
}

/** What of the row the answer has room for. What it requires besides is made: nobody has said it. */
function partOf(plan: StatePlan, call: Call, bodies: Bodies, { id, made: { row, body }, told, model }: Part): Json {
  const { names, at, owned } = told;
  if (!isObject(body)) return body ?? null;
  const part = names ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : body;
  return rowWithin(plan, call, bodies, { body: part, id, version: row.version, at, owned, model });
}

/** Where what was made is found. */
export function location({ resource, api }: StatePlan, call: Call, id: string): Readonly<Record<string, string>> {
  if (resource.itemPath === undefined || !api.contract.operations.some(({ path }) => path === resource.itemPath)) return {};
  return { Location: call.url(itemPathOf(resource, call, id)) };
}

export function tag({ tagging }: StatePlan, version: number): Readonly<Record<string, string>> {
  return tagging ? { [tagging.header]: tagging.write(version) } : {};
}

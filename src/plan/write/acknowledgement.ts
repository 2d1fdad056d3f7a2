/** What a write answers: the row, some members of it, a document that holds it, or a document of its own. Decided from two schemas. */
import type { SchemaAt } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import type { ApiPlan } from '../api-plan.ts';
import { idPlace, madeElsewhere, sentBy, memberAt, type IdPlan } from '../resource/id-plan.ts';
import { isNumeric, membersOf, wordsListed, type Members } from '../resource/members.ts';
import type { Resource } from '../resource/resource.ts';
import { alike, placeOf } from '../resource/same-shape.ts';
import type { SuccessPlan } from '../operation-plan.ts';
import { planOwned, type Owned } from './owned.ts';

export type Acknowledgement =
  /** The operation documents no JSON here. */
  | { readonly kind: 'none' }
  /** The id alone. */
  | { readonly kind: 'id'; readonly numeric: boolean }
  /** The row, as it is kept. */
  | { readonly kind: 'row' }
  /** What of the row (or of what stands at a place of it) the answer has room for, these members at most; what else it requires is made. */
  | {
      readonly kind: 'part';
      readonly from: readonly string[];
      readonly at: SchemaAt;
      readonly names: ReadonlySet<string> | undefined;
      readonly owned: Owned;
    }
  /** A document with the row at a place of it. */
  | { readonly kind: 'around'; readonly place: readonly string[] }
  /** Another document, which says which id was given where it has room for one. */
  | { readonly kind: 'document'; readonly id: Pick<IdPlan, 'place' | 'numeric'> | undefined; readonly isOutcome: boolean };

export interface AcknowledgementQuestion {
  readonly api: ApiPlan;
  readonly resource: Resource;
  readonly success: SuccessPlan;
}

export function acknowledge({ api, resource, success }: AcknowledgementQuestion): Acknowledgement {
  if (!success.media) return { kind: 'none' };
  const told = shownAs(api, resource, success.media.schema);
  // A text of its own, which may say anything.
  return told.kind === 'id' ? { kind: 'document', id: undefined, isOutcome: false } : told;
}

/** How a row is shown where this schema stands: in an answer, or as an item of a list. */
export function shownAs(api: ApiPlan, resource: Resource, at: SchemaAt | undefined): Acknowledgement {
  const { meaning } = api;
  const { shape } = resource;
  if (at && isText(meaning, at) && !(shape && isText(meaning, shape))) return { kind: 'id', numeric: isNumeric(meaning, at) };
  if (!at || !shape || meaning.read(at).pointer === meaning.read(shape).pointer) return { kind: 'row' };
  const [answer, row] = [membersOf(meaning, at), membersOf(meaning, shape)];
  if (answer.size === 0) return meaning.read(at).schema.type === undefined ? { kind: 'row' } : document(api, resource, at);
  if (alike(meaning, at, shape)) return partOf(api, resource, at, { members: row, from: [] });
  const around = placeOf(meaning, answer, shape);
  if (around) return { kind: 'around', place: around };
  const inside = placeOf(meaning, row, at);
  if (inside) return partOf(api, resource, at, { members: membersOf(meaning, memberAt(meaning, row, inside)), from: inside });
  // A few members of the row and nothing else: `{id, status}` of an order.
  if (!answer.has('resourceType') && [...answer.keys()].every((name) => row.has(name)))
    return partOf(api, resource, at, { members: row, from: [] });
  return document(api, resource, at);
}

function isText(meaning: Meaning, at: SchemaAt): boolean {
  const types = [meaning.read(at).schema.type ?? []].flat().filter((type) => type !== 'null');
  return types.length > 0 && types.every((type) => type === 'string' || type === 'integer' || type === 'number');
}

/** Where the answer declares less than the row has, it shows no more than it declares. */
function partOf(
  api: ApiPlan,
  { id, parents }: Resource,
  at: SchemaAt,
  { members, from }: { readonly members: Members; readonly from: readonly string[] },
): Acknowledgement {
  const names = new Set(membersOf(api.meaning, at).keys());
  const shortened = !names.has('resourceType') && [...members.keys()].some((name) => !names.has(name));
  const owned = planOwned({ api, shape: at, id, parents, created: undefined });
  return { kind: 'part', from, at, names: shortened ? names : undefined, owned };
}

function document({ meaning }: ApiPlan, { path, itemParameter, operations }: Resource, at: SchemaAt): Acknowledgement {
  const members = membersOf(meaning, at);
  // An outcome has an id of its own, which is not that of the resource it tells of.
  const place = members.has('resourceType')
    ? undefined
    : idPlace(meaning, members, path, itemParameter, madeElsewhere(meaning, sentBy(operations.create)));
  const isOutcome = wordsListed(meaning, members.get('resourceType')).join() === 'OperationOutcome';
  return { kind: 'document', isOutcome, id: place && { place, numeric: isNumeric(meaning, memberAt(meaning, members, place)) } };
}

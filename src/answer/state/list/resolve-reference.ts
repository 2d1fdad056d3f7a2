/** From a FHIR reference to the resource that it leads to, wherever this workspace has it. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import type { Call } from '../../../mock/call.ts';
import type { Companion } from '../../../plan/list/include.ts';
import { referenceIn } from '../../../plan/list/search/held.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import { collectionName } from '../../../plan/resource/names.ts';
import type { Resource } from '../../../plan/resource/resource.ts';
import type { ToldSource } from '../../told/record-teller.ts';
import type { Bodies } from '../bodies.ts';
import { currentItem } from '../current.ts';
import { itemPathOf } from '../make-row.ts';

export interface ReferredTo {
  /** `Practitioner/1`, which is the same wherever it is referred to from. */
  readonly key: string;
  readonly body: Json;
  readonly text: string;
  readonly address: string | undefined;
  /** A record or a diary names it. */
  readonly isRecorded?: boolean;
}

export interface Resolving {
  readonly plan: StatePlan;
  readonly call: Call;
  readonly bodies: Bodies;
  /** Where items come from that nobody has written here, if not from the contract. */
  readonly source: ToldSource | undefined;
}

export const keyOf = (body: Json): string => (isObject(body) ? `${String(body['resourceType'])}/${String(body['id'])}` : '');

/** What a reference leads to: who and what a record names, what is published beside the list, and the rows of this workspace. */
export function resolveReference({ plan, call, bodies, source }: Resolving, reference: string): ReferredTo | undefined {
  const body = source?.referredTo(reference);
  if (body) return { key: keyOf(body), body, text: JSON.stringify(body), address: call.url(`/${keyOf(body)}`), isRecorded: true };
  const companion = plan.list()?.include.companions.find((one) => isAt(one, reference));
  if (companion) return besideOf(companion);
  const [, type = '', id = ''] = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?#]+)$/.exec(reference.replace(/\/_history\/[^/]*$/, '')) ?? [];
  const resource = plan.api.resources().find((one) => isOfType(one, type) && one.itemPath !== undefined);
  const item = resource && currentItem(resource, call, bodies, id);
  if (!resource || item === undefined || item === 'deleted' || item.row.binary !== undefined) return undefined;
  const kept: Json = JSON.parse(item.row.text);
  return { key: keyOf(kept), body: kept, text: item.row.text, address: call.url(itemPathOf(resource, call, id)) };
}

export const isOfType = ({ path, parents, single }: Resource, type: string): boolean =>
  !single && parents.length === 0 && collectionName(path) === type;

export function isAt({ fullUrl, type, id }: Companion, reference: string): boolean {
  if (fullUrl === reference) return true;
  const [wanted] = referenceIn(reference);
  return wanted?.type === type && id !== undefined && wanted.id === id.toLowerCase();
}

export const besideOf = ({ fullUrl, body }: Companion): ReferredTo => ({
  key: keyOf(body),
  body,
  text: JSON.stringify(body),
  address: fullUrl,
});

/** The text of a page: its items as they are kept, what they refer to where that is asked for, and the envelope around them. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import type { Call } from '../../../mock/call.ts';
import type { ListPage } from '../../../plan/list/envelope/write-page.ts';
import type { Inclusion } from '../../../plan/list/include.ts';
import type { ListPlan } from '../../../plan/list/list-plan.ts';
import type { Parts } from '../../../plan/list/parts.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import { placeId } from '../../../plan/resource/id-plan.ts';
import { layOver } from '../../../plan/told/lay-over.ts';
import { cutToFit } from '../leave-out.ts';
import { shownRow } from '../acknowledge.ts';
import type { ToldSource } from '../../told/record-teller.ts';
import type { Bodies } from '../bodies.ts';
import { itemPathOf } from '../make-row.ts';
import type { RowsFound } from './find-rows.ts';
import { includedWith } from './included.ts';
import type { ReferredTo } from './resolve-reference.ts';
import { memberText } from './member-text.ts';
import type { Listed } from './listed.ts';

interface Writing {
  readonly plan: StatePlan;
  readonly list: ListPlan;
  readonly call: Call;
  readonly bodies: Bodies;
  readonly source: ToldSource | undefined;
}

export interface ToWrite {
  readonly found: RowsFound;
  readonly page: ListPage;
  readonly part: Parts['part'];
  readonly inclusions: readonly Inclusion[];
}

export function writeList(writing: Writing, { found, page: told, part, inclusions }: ToWrite): string {
  const { plan, list, call, bodies } = writing;
  const { resource, operation, success } = plan;
  const at = success.media?.schema;
  const { page, element } = list.writers(call.seed, () => (at ? bodies.value(call, at, '', `frame ${operation.id}`) : undefined));
  const owner = resource.view?.of ?? resource;
  const elements = found.rows.map((row, i) =>
    element({
      text: partOf(itemText(writing, row), part),
      id: row.id,
      address: () =>
        row.id === undefined || (owner.itemPath === undefined && !row.isRecorded) ? undefined : call.url(itemPathOf(owner, call, row.id)),
      cursor: () => list.paging.cursor(found.start + i + 1, row.id) ?? '',
    }),
  );
  for (const one of includedWith(writing, { matches: found.rows, inclusions })) {
    const { address } = one;
    const text = one.isRecorded ? recordedText(writing, one, inclusions) : one.text;
    if (text !== undefined)
      elements.push(element({ text: partOf(text, part), id: undefined, address: () => address, cursor: () => '' }, 'include'));
  }
  return page(told, elements.join(','));
}

/** Of whoever a record names, what the list has room for: those of the types that it shows, in its own shape. */
function recordedText({ plan, list, call }: Writing, { body, text }: ReferredTo, inclusions: readonly Inclusion[]): string | undefined {
  const type = isObject(body) ? String(body['resourceType']) : '';
  const { companions, isUnasked } = list.include;
  const example = companions.find((one) => one.type === type)?.body;
  if (isUnasked(inclusions) && example === undefined) return undefined;
  const ofType = list.ofType();
  const at = ofType.get(type);
  if (!at || !isObject(body)) return ofType.size === 0 ? text : undefined;
  const laid = layOver(plan.api.generator, plan.resource.path, { at, example: undefined }, { resource: body, model: () => undefined });
  return laid && JSON.stringify(laid.fits ? laid.resource : cutToFit(call, at, laid.resource).kept);
}

const partOf = (text: string, part: Parts['part']): string => (part ? JSON.stringify(part(JSON.parse(text))) : text);

/** The item as it is kept, where the list shows no less. */
function itemText(writing: Writing, { id = '', text, body, isBytes, isRecorded }: Listed): string {
  if (isRecorded) return text;
  const { plan, list, call, bodies } = writing;
  if (list.listed.kind !== 'id' && isBytes) return JSON.stringify(aboutBytes(writing, id));
  if (list.listed.kind === 'row') return text;
  const inside = list.inside && memberText(text, list.inside);
  if (inside !== undefined) return inside;
  const row = { version: 1, updated: '', text };
  const shown = shownRow(plan, call, bodies, list.listed, { id, made: { row, body: body() }, model: () => undefined });
  return shown === undefined ? text : JSON.stringify(shown);
}

/** What a list tells of a file that was sent: made, but for its id. */
function aboutBytes({ plan, list, call, bodies }: Writing, id: string): Json {
  const made = list.itemAt ? bodies.value(call, list.itemAt, '', `${plan.resource.collection} ${id}`) : {};
  return isObject(made) ? placeId(made, plan.resource.id, id) : made;
}

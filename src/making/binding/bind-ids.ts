/** Puts the ids and names of this request into a body that was made or published for another. */
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Bound } from '../../meaning/bound.ts';
import { bareValue } from '../../meaning/roles/check-role.ts';
import type { RoleLeaf } from '../../meaning/studied-body.ts';
import type { FitsLeaf } from '../../meaning/schema/leaf-constraints.ts';
import type { Role } from '../../meaning/roles/roles.ts';
import { joined } from '../../meaning/words.ts';
import type { Edit } from './edits.ts';

/** Long enough to be told from other text, so that it is replaced inside links as well. */
const TELLING = 4;

/** Roles whose value names one thing, so that a body about another one is about the one asked for once it is replaced. */
const NAMING: readonly Role[] = [
  'patient.nhsNumber',
  'organisation.odsCode',
  'pharmacy.odsCode',
  'practitioner.sdsUserId',
  'prescription.shortId',
  'referral.ubrn',
  'spine.asid',
  'spine.partyKey',
];

export interface IdTask {
  readonly value: Json;
  readonly leaves: readonly RoleLeaf[];
  readonly bound: Bound;
  fits: FitsLeaf;
}

export function idEdits({ value, leaves, bound, fits }: IdTask): readonly Edit[] {
  const replacements = new Map<string, string>();
  const edits: Edit[] = [];
  for (const role of NAMING) {
    const wanted = bound.byRole[role];
    const old = wanted === undefined ? undefined : leaves.find((leaf) => leaf.role === role);
    if (wanted !== undefined && old) replacements.set(plain(role, old.value), wanted);
  }
  const number = bound.byRole['patient.nhsNumber'];
  if (number !== undefined && replacements.size === 0) for (const linked of linkedNumbers(leaves)) replacements.set(linked, number);
  const item = itemLeaf(value, leaves, bound);
  for (const leaf of leaves) {
    const wanted = leaf === item || isOfList(leaf, bound) ? undefined : namedValue(leaf, bound, fits);
    if (wanted === undefined || wanted === leaf.value) continue;
    edits.push({ tokens: leaf.tokens, value: wanted });
    if (isTelling(leaf.value)) replacements.set(String(leaf.value), String(wanted));
  }
  for (const [old, wanted] of linkedValues(leaves, bound)) replacements.set(old, wanted);
  if (item && bound.item) {
    replacements.set(String(item.value), bound.item.value);
    edits.push({ tokens: item.tokens, value: typeof item.value === 'number' ? Number(bound.item.value) : bound.item.value });
  }
  for (const leaf of leaves) {
    const replaced = replaceAll(leaf, replacements);
    if (replaced !== undefined) edits.push({ tokens: leaf.tokens, value: replaced });
  }
  return edits;
}

/** The member that says which item this is: `id`, `data.id`, the first identifier, else one named like the path's parameter. */
function itemLeaf(value: Json, leaves: readonly RoleLeaf[], { item }: Bound): RoleLeaf | undefined {
  if (!item || !isObject(value)) return undefined;
  // An outcome or a list is not the item, even if it has an id of its own.
  if (value['resourceType'] === 'OperationOutcome' || value['resourceType'] === 'Bundle') return undefined;
  const places = ['id', 'data/id', 'identifier/0/value'];
  const named = (leaf: RoleLeaf): boolean =>
    joined(leaf.leaf.name) === joined(item.name) && !leaf.tokens.some((token) => token === 'contained' || token === 'meta');
  const exact = leaves.find(named);
  if (exact && joined(item.name) !== 'id') return exact;
  return places.map((place) => leaves.find(({ tokens }) => tokens.join('/') === place)).find((leaf) => leaf !== undefined);
}

/** Whether it is the list's own, and the request says nothing of that: neither its id nor its type is that of the items. */
function isOfList({ leaf, tokens }: RoleLeaf, { list, byName }: Bound): boolean {
  if (!list || list.path.every((step, depth) => tokens[depth] === step)) return false;
  const name = joined(leaf.name);
  return list.isSaidOfItems(name, byName.get(name)?.isInQuery === true);
}

/** The value that the request gives under the leaf's own name, or under that of its object and its own: `order: {id}` is the `orderId`. */
export function namedValue(
  { leaf, tokens, value, role }: RoleLeaf,
  { byName }: Pick<Bound, 'byName'>,
  fits: FitsLeaf,
  whole = '',
): Json | undefined {
  if (byName.size === 0 || tokens.includes('contained')) return undefined;
  const around = tokens.slice(0, -1).findLast((token) => !/^\d+$/.test(token)) ?? whole;
  const own = joined(leaf.name);
  const found = byName.get(own) ?? byName.get(joined(around) + own);
  if (!found || (!found.telling && !isOfAnItem(tokens)) || isDate(role)) return undefined;
  const meant = typeof value === 'number' ? Number(found.value) : typeof value === 'boolean' ? found.value : String(found.value);
  return typeof meant === typeof value && fits(leaf.schema, meant) ? meant : undefined;
}

/** A member of the whole or of an item of a list, not of something inside it. */
export function isOfAnItem(tokens: readonly string[]): boolean {
  const around = tokens.slice(0, -1).filter((token) => !/^(data|attributes|resource|result|item)$/.test(token));
  return around.length === 0 || /^\d+$/.test(around.at(-1) ?? '');
}

function isTelling(value: Json): boolean {
  return /\d/.test(String(value)) && String(value).length >= TELLING;
}

/** Values that the body's own links were asked with, by what they are asked with now. */
function linkedValues(leaves: readonly RoleLeaf[], { byName }: Bound): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { value } of byName.size === 0 ? [] : leaves) {
    if (typeof value !== 'string' || !/^(https?:\/\/|\/)[^\s]*\?/.test(value)) continue;
    for (const pair of value.slice(value.indexOf('?') + 1).split('&')) {
      const [name = '', old = ''] = pair.split('=');
      const wanted = byName.get(joined(name));
      if (wanted && isTelling(old) && !/\||%7C/i.test(old) && !found.has(old)) found.set(old, String(wanted.value));
    }
  }
  return found;
}

function replaceAll({ value, role }: RoleLeaf, replacements: ReadonlyMap<string, string>): Json | undefined {
  const text = typeof value === 'boolean' ? undefined : String(value);
  if (text === undefined) return undefined;
  let changed = text;
  for (const [old, wanted] of replacements) {
    if (old === wanted || old === '') continue;
    if (plain(role, value) === old) changed = text.includes(old) ? text.replace(old, wanted) : respaced(wanted);
    else if (old.length >= TELLING && !isDate(role)) changed = replaceToken(changed, old, wanted);
    else if (changed.endsWith(`/${old}`)) changed = changed.slice(0, -old.length) + wanted;
  }
  if (changed === text) return undefined;
  return typeof value === 'number' && Number.isSafeInteger(Number(changed)) ? Number(changed) : changed;
}

/** NHS numbers that a body shows in its links alone: a search that was published with its own URL. */
function linkedNumbers(leaves: readonly RoleLeaf[]): ReadonlySet<string> {
  return new Set(leaves.flatMap(({ value }) => /nhs-number(?:\||%7C)(\d{10})(?!\d)/i.exec(String(value))?.[1] ?? []));
}

/** Where the old id stands between other characters than letters and digits: at the end of a link, in a reference. */
export function replaceToken(text: string, old: string, wanted: string): string {
  let from = 0;
  let made = '';
  for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length)) {
    // What is percent-encoded before it (`%7C` in a search token) is no part of it.
    const begins = /(^|[^A-Za-z\d]|%[\dA-F]{2})$/i.test(text.slice(Math.max(0, at - 3), at));
    const alone = begins && !/[A-Za-z\d]/.test(text.charAt(at + old.length));
    if (!alone) continue;
    made += text.slice(from, at) + wanted;
    from = at + old.length;
  }
  return from === 0 ? text : made + text.slice(from);
}

function isDate(role: Role | undefined): boolean {
  return role === 'date' || role === 'instant' || role === 'dateTime';
}

/** An NHS number is one number however it is spaced. */
export function plain(role: Role | undefined, value: string | number | boolean): string {
  const bare = bareValue(String(value));
  return role?.endsWith('nhsNumber') ? bare.replace(/[ -]/g, '') : bare;
}

function respaced(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

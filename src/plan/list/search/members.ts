/** Which members of an item a search parameter looks at, told by its name, whatever the habit it is written in. */
import { wordsOf } from '../../../meaning/words.ts';
import { plainName, singular } from '../../resource/names.ts';

import type { Shape } from '../envelope/shape.ts';

export interface Member {
  readonly path: readonly string[];
  readonly shape: Shape;
}

/** Members that hold others without adding to what they are called. */
const silent = /^(?:attributes|data|relationships|item|resource|details|properties|fields|spec)$/;
const DEEP = 4;
/** Members looked at of one schema. */
const MOST = 2_000;

/** Every member of an item, the outer ones first. */
export function searchableMembers(item: Shape): readonly Member[] {
  const found: Member[] = [];
  let level: readonly Member[] = [{ path: [], shape: item }];
  for (let depth = 0; depth < DEEP && found.length < MOST; depth++) {
    level = level.flatMap(({ path, shape }) => {
      const inner = shape.type === 'array' ? shape.items?.() : shape;
      return [...(inner?.members ?? [])].map(([name, member]): Member => ({ path: [...path, name], shape: member() }));
    });
    found.push(...level);
  }
  return found;
}

/** Whether it is a member of the item itself, wherever that stands, and is called so. */
export function isOuter({ path }: Member, isCalled: (step: string) => boolean): boolean {
  return isCalled(path.at(-1) ?? '') && path.slice(0, -1).every((step) => silent.test(plainName(step)));
}

/** Whether a name is the whole way to it, from the item itself. */
function isAt({ path }: Member, plain: string): boolean {
  const steps = path.map(plainName);
  const outer = steps.findIndex((step) => !silent.test(step));
  return steps.some((_, from) => (outer < 0 || from <= outer) && steps.slice(from).join('') === plain);
}

/** The member that a name means; `collection` is what the items are called: `status` is `orderStatus` among orders. */
export function memberNamed(members: readonly Member[], name: string, collection: string): Member | undefined {
  const plain = plainName(name.replace(/[[\]]/g, '.'));
  if (plain === '') return undefined;
  const called = (member: Member): string =>
    member.path
      .filter((step) => !silent.test(plainName(step)))
      .map(plainName)
      .join('');
  const last = (member: Member): string => plainName(member.path.at(-1) ?? '');
  const thing = singular(collection);
  const without = (text: string): string => (text.startsWith(thing) && text.length > thing.length ? text.slice(thing.length) : text);
  const tests: readonly ((member: Member) => boolean)[] = [
    (member) => isOuter(member, (step) => step === name),
    (member) => isAt(member, plain),
    (member) => member.path.length === 1 && plainName(member.path[0] ?? '') === plain,
    (member) => called(member) === plain,
    (member) => member.path.length === 1 && singular(member.path[0] ?? '') === singular(plain),
    (member) => singular(called(member)) === singular(plain),
    (member) => member.path.length <= 2 && without(called(member)) === without(plain),
    (member) =>
      called(member) === `${plain}id` ||
      called(member) === `${plain}code` ||
      `${called(member)}id` === plain ||
      `${called(member)}code` === plain,
    (member) => last(member) === plain,
    (member) => plain.length > 3 && singular(last(member)) === singular(plain),
  ];
  for (const test of tests) {
    const found = members.find(test);
    if (found) return found;
  }
  return undefined;
}

/** How plain JSON APIs bound a value: `createdAfter`, `minPrice`. */
export type Side = 'ge' | 'gt' | 'le' | 'lt';

const sides: Readonly<Record<string, Side>> = {
  from: 'ge',
  min: 'ge',
  minimum: 'ge',
  since: 'ge',
  gte: 'ge',
  ge: 'ge',
  start: 'ge',
  begin: 'ge',
  earliest: 'ge',
  lower: 'ge',
  starting: 'ge',
  after: 'gt',
  gt: 'gt',
  greater: 'gt',
  above: 'gt',
  over: 'gt',
  to: 'le',
  max: 'le',
  maximum: 'le',
  until: 'le',
  till: 'le',
  lte: 'le',
  le: 'le',
  end: 'le',
  latest: 'le',
  upper: 'le',
  ending: 'le',
  through: 'le',
  before: 'lt',
  lt: 'lt',
  less: 'lt',
  below: 'lt',
  under: 'lt',
};

/** `createdAfter`, `min_price`, `date.to`, `created[gte]`: what is bounded, and on which side. The rest may be empty: `since`. */
export function sideOf(name: string): { readonly side: Side; readonly rest: string } | undefined {
  const words = wordsOf(name).filter((word) => word !== 'filter' && word !== 'than' && word !== 'or' && word !== 'equal');
  for (const [at, rest] of [
    [words.at(-1), words.slice(0, -1)],
    [words[0], words.slice(1)],
  ] as const) {
    const side = at === undefined ? undefined : sides[at];
    if (side) return { side, rest: rest.join('') };
  }
  return undefined;
}

const timely = /^(?:date|time|at|on|datetime|timestamp|day|instant)?$/;

/** The date or number that a bound is about. */
export function boundedMember(members: readonly Member[], rest: string, isBounded: (member: Member) => boolean): Member | undefined {
  const bounded = members.filter(isBounded);
  const last = (member: Member): string => plainName(member.path.at(-1) ?? '');
  const dates = bounded.filter(({ shape }) => isDateShape(shape));
  const own = rest === '' ? undefined : bounded.find((member) => isOuter(member, (step) => plainName(step) === rest));
  if (own) return own;
  if (timely.test(rest)) {
    const usual = [
      'date',
      'datetime',
      'start',
      'startdate',
      'timestamp',
      'created',
      'createdat',
      'createddate',
      'creationdate',
      'occurredat',
    ];
    return usual.flatMap((name) => dates.filter((member) => last(member) === name))[0] ?? dates[0];
  }
  const begins = (member: Member, word: string): boolean => last(member).startsWith(word) && timely.test(last(member).slice(word.length));
  const words = [
    rest,
    ...(/^(?:updated?|modified|changed?|lastupdated?|lastmodified)$/.test(rest.replace(/(?:at|date|time|on)$/, ''))
      ? ['updated', 'modified', 'lastupdated', 'lastmodified', 'changed', 'lastchanged']
      : []),
  ];
  for (const word of words) {
    const trimmed = word.replace(/(?:at|date|time|on|datetime)$/, '');
    const found =
      bounded.find((member) => last(member) === word) ??
      bounded.find((member) => begins(member, word)) ??
      (trimmed === '' ? undefined : bounded.find((member) => begins(member, trimmed))) ??
      bounded.find((member) => member.path.map(plainName).join('') === word);
    if (found) return found;
  }
  return undefined;
}

export function isDateShape({ keywords }: Shape): boolean {
  return (keywords.format ?? '').startsWith('date') || /^\d{4}-\d\d-\d\d/.test(String(keywords.example ?? ''));
}

export function isNumber({ keywords }: Shape): boolean {
  return [keywords.type].flat().some((type) => type === 'integer' || type === 'number') || typeof keywords.example === 'number';
}

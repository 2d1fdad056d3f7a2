/** One page of many: how an operation is asked for it, how many items it has, and how its links name the others. */
import type { Contract, Json, Operation } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import type { Problem } from '../../../mock/problem.ts';
import type { Shape } from '../envelope/shape.ts';
import { cursorCodec, type CursorCodec } from './cursor.ts';
import { bareName, pagingParameters, type PagingKind, type PagingParameter } from './paging-parameters.ts';

/** What a request has under a name: a declared parameter as decoded, any other as its text. */
export type Given = (name: string) => Json | undefined;

export interface AskedPage {
  readonly start: number;
  readonly size: number;
  /** The id of the item that it begins after, where that is how it is asked for. */
  readonly after?: string | undefined;
  /** How the request names its page, so that links go on in its way. */
  readonly by: PagingKind | undefined;
}

export interface Paging {
  /** Names of parameters that are no search. */
  readonly names: ReadonlySet<string>;
  /** True of a query member that says where a page begins. */
  isPlace(name: string): boolean;
  readonly has: Readonly<Record<PagingKind, boolean>>;
  /** The number of the first page: 1, or 0. */
  readonly firstPage: number;
  /** The number of the first row: 0, or 1. */
  readonly firstRow: number;
  read(given: Given): AskedPage | Problem;
  /** The query members that name the page which begins at `start`, behind the item with the id `before`. */
  link(asked: AskedPage, start: number, before: string | undefined): Readonly<Record<string, string>> | undefined;
  /** Undefined where it would have to name an item, and there is none to name. */
  cursor(start: number, before: string | undefined): string | undefined;
  /** What to answer to a cursor that leads nowhere; undefined for the contract's own, which is of a list that was never here. */
  unknownCursor(text: string): Problem | undefined;
}

/** Cursors that are ids of items, which clients take from what they have seen. */
const namesItem = /^(?:startingafter|startafter|afterid|lastid|sinceid|lastseenid)$/;
/** Items on a page where the contract pages and says no number. */
const usualSize = 20;
/** Where a page cannot say in its body that there are more, or clients have no parameter to ask for them by. */
const silentSize = 100;
/** Items in a list that its contract never cuts. */
const uncutSize = 1_000;
/** Items on one page at most, whatever is asked for. */
const largestPage = 1_000;

/** What every search of FHIR may have, declared or not. */
const fhirSize = '_count';
/** Where a contract has no parameter that says where to begin: ours, read back like a declared one. */
const ownName = '_offset';

export function planPaging(about: {
  readonly contract: Contract;
  readonly operation: Operation;
  readonly shapeOf: (parameter: Operation['parameters'][number]) => Shape;
  readonly item: Shape | undefined;
  readonly bundle: boolean;
  /** Whether a page says that there are more. */
  readonly tellsOfMore: boolean;
}): Paging {
  const { contract, operation, bundle, tellsOfMore } = about;
  const found = pagingParameters(operation, about);
  const of = (kind: PagingKind): PagingParameter | undefined => found.find((one) => one.kind === kind);
  const [size, page, offset, cursor] = [of('size'), of('page'), of('offset'), of('cursor')];
  const isId = cursor !== undefined && namesItem.test(bareName(cursor.parameter.name));
  const codec = cursor && !isId ? codecOf(contract, cursor) : undefined;
  const firstPage = page && countsFromZero(page.shape) ? 0 : 1;
  const firstRow = offset && (offset.shape.keywords.minimum === 1 || offset.shape.keywords.default === 1) ? 1 : 0;
  const most = Math.min(largestPage, numberOf(size?.shape.keywords.maximum) ?? largestPage);
  const usual =
    numberOf(size?.shape.keywords.default) ?? (found.length > 0 ? (tellsOfMore ? usualSize : silentSize) : bundle ? silentSize : uncutSize);

  const placed = (one: PagingParameter, value: string): Readonly<Record<string, string>> => ({
    [one.member === undefined ? one.parameter.name : `${one.parameter.name}[${one.member}]`]: value,
  });
  const fits = ({ shape: { keywords } }: PagingParameter, value: number): boolean => value <= (keywords.maximum ?? Infinity);

  return {
    names: new Set([...found.map(({ parameter }) => parameter.name), ownName, fhirSize]),
    isPlace: (name) =>
      name === ownName ||
      found.some(
        ({ kind, parameter, member }) =>
          kind !== 'size' && name === (member === undefined ? parameter.name : `${parameter.name}[${member}]`),
      ),
    has: { size: size !== undefined, page: page !== undefined, offset: offset !== undefined, cursor: cursor !== undefined },
    firstPage,
    firstRow,
    read(given) {
      const asked = (one: PagingParameter): Json | undefined => {
        const value = given(one.parameter.name);
        return one.member !== undefined && isObject(value) ? value[one.member] : value;
      };
      let wanted = usual;
      const sizeAsked = size ? asked(size) : bundle ? given(fhirSize) : undefined;
      if (sizeAsked !== undefined && sizeAsked !== '') {
        const number = Number(sizeAsked);
        if (!Number.isInteger(number) || number < 0) return refuse(size?.parameter.name ?? fhirSize, 'must be a whole number, 0 or more');
        wanted = number;
      }
      const length = Math.min(wanted, most);
      for (const one of found) {
        const value = one.kind === 'size' ? undefined : asked(one);
        if (value === undefined || value === '' || value === null) continue;
        // A cursor that was not written here may be the id of an item.
        const start = one.kind === 'cursor' ? codec?.read(String(value)) : startOf(one, Number(value), length);
        if (start !== undefined) return { start, size: length, by: one.kind };
        return one.kind === 'cursor'
          ? { start: 0, size: length, by: 'cursor', after: String(value) }
          : refuse(one.parameter.name, 'must be a whole number, 0 or more');
      }
      const own = Number(given(ownName) ?? 0);
      return Number.isInteger(own) && own >= 0 ? { start: own, size: length, by: undefined } : { start: 0, size: length, by: undefined };
    },
    link({ size: length, by }, start, before) {
      const number = length === 0 ? firstPage : Math.floor(start / length) + firstPage;
      const ways: Readonly<Record<Exclude<PagingKind, 'size'>, () => Readonly<Record<string, string>> | undefined>> = {
        cursor: () => {
          const text = cursorAt(start, before);
          return cursor && text !== undefined ? placed(cursor, text) : undefined;
        },
        page: () => (page && fits(page, number) ? placed(page, String(number)) : undefined),
        offset: () => (offset && fits(offset, start) ? placed(offset, String(start + firstRow)) : undefined),
      };
      const chosen = by === undefined || by === 'size' ? undefined : ways[by]();
      const way = chosen ?? ways.cursor() ?? ways.page() ?? ways.offset();
      return way ?? (isId ? undefined : { [ownName]: String(start) });
    },
    cursor: cursorAt,
    unknownCursor: (text) =>
      !cursor || shownBy(cursor).includes(text) ? undefined : refuse(cursor.parameter.name, 'must be a cursor that this API gave out'),
  };

  function cursorAt(start: number, before: string | undefined): string | undefined {
    return isId ? before : (codec?.write(start) ?? String(start));
  }

  function startOf(one: PagingParameter, value: number, length: number): number | undefined {
    if (!Number.isInteger(value) || value < 0) return undefined;
    return one.kind === 'page' ? Math.max(0, value - firstPage) * (length || usual) : Math.max(0, value - firstRow);
  }
}

function codecOf(contract: Contract, one: PagingParameter): CursorCodec {
  const { keywords, at } = one.shape;
  const numeric = [keywords.type].flat().some((type) => type === 'integer' || type === 'number');
  return cursorCodec({
    fits: (text) => at === undefined || contract.check(at, numeric ? Number(text) : text).length === 0,
    pattern: keywords.pattern,
    least: keywords.minLength,
    most: keywords.maxLength,
    shown: shownBy(one),
  });
}

function shownBy({ parameter, shape }: PagingParameter): readonly string[] {
  const { example, default: usual, examples = [] } = shape.keywords;
  return [...parameter.examples.map(({ value }) => value), example, usual, ...examples].flatMap((value) =>
    value === undefined || value === null ? [] : [String(value)],
  );
}

const countsFromZero = ({ keywords }: Shape): boolean => keywords.minimum === 0 || keywords.default === 0;

function numberOf(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined;
}

function refuse(name: string, message: string): Problem {
  return {
    problem: 'invalid-value',
    message: `The query parameter ${name} ${message}.`,
    faults: [{ in: 'query', name, pointer: '', keyword: 'paging', message }],
  };
}

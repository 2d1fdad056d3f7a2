/** A list that its contract alone answers with, told of this request: what the search leaves of it, in the window that was asked for, cut into pages. */
import type { Json } from '../../contract/contract.ts';
import { changedAt } from '../../contract/json-edit.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import { isItem, type Envelope } from '../../plan/list/envelope/envelope.ts';
import { pageWriter } from '../../plan/list/envelope/write-page.ts';
import type { Searching } from '../../plan/list/list-plan.ts';
import { heldIn } from '../../plan/list/search/field.ts';
import type { Criterion } from '../../plan/list/search/search.ts';
import { pageTold } from '../state/list/page-told.ts';
import { readRequest } from '../state/list/list-request.ts';

/** One element of the array, and the item in it; undefined for what is only included beside the items. */
interface Element {
  readonly element: Json;
  readonly item: Json | undefined;
}

/** Of a published list, what the search leaves; all of it where nothing in it can be told to meet the search. */
export function narrowed(searching: Searching, call: Call, value: Json): Json {
  const elements = elementsIn(searching.frame.envelope, value);
  if (!elements) return value;
  let kept = elements;
  for (const criterion of criteriaOf(searching, call)) {
    if (criterion.field.kind === 'date') continue;
    const left = kept.filter(({ item }) => item === undefined || holds(criterion, item));
    if (left.some(({ item }) => item !== undefined)) kept = left;
  }
  return kept.length === elements.length ? value : withElements(searching.frame.envelope, value, kept);
}

export interface PageOf {
  readonly searching: Searching;
  readonly call: Call;
  readonly value: Json;
  /** Some of what is published was left out already. */
  readonly isPart: boolean;
  /** Only what meets the search is left, even if that is nothing; a body that was made up stays as it is. */
  readonly strict: boolean;
}

/** The page that was asked for. */
export function searchedPage({ searching, call, value, isPart, strict }: PageOf): Json {
  const { frame, paging } = searching;
  const elements = elementsIn(frame.envelope, value);
  if (!elements) return value;
  const request = readRequest(call);
  const criteria = strict ? criteriaOf(searching, call) : [];
  const left = elements.filter(
    ({ item }) => item === undefined || criteria.every((criterion) => isUnsaid(criterion, elements) || holds(criterion, item)),
  );
  const items = left.filter(({ item }) => item !== undefined);
  const isPaged = [...paging.names].some((name) => request.given(name) !== undefined);
  const asked = isPaged ? paging.read(request.given) : undefined;
  const whole = { start: 0, size: Math.max(1, items.length), by: undefined };
  const cut = asked && !('problem' in asked) ? asked : whole;
  const onPage = items.slice(cut.start, cut.start + cut.size);
  if (!isPart && left.length === elements.length && onPage.length === items.length) return value;
  const shown = onPage.length === 0 ? [] : left.filter((each) => each.item === undefined || onPage.includes(each));
  const rows = onPage.map(() => ({ id: undefined }));
  const page = pageTold(searching, call, cut, { total: items.length, start: cut.start, rows });
  const write = pageWriter({ envelope: frame.envelope, model: value, published: true });
  return JSON.parse(write(page, shown.map(({ element }) => JSON.stringify(element)).join(','))) as Json; // what we have just written
}

function criteriaOf({ search }: Searching, call: Call): readonly Criterion[] {
  return search.read(readRequest(call).values, call.clock.now()).criteria;
}

/** No item says anything of it: then the search cannot be about it. A person is whom the body was told of. */
function isUnsaid({ field }: Criterion, elements: readonly Element[]): boolean {
  return field.otherwise !== undefined || !elements.some(({ item }) => item !== undefined && heldIn(field, item).length > 0);
}

function holds({ field, holds: passes }: Criterion, item: Json): boolean {
  return passes(heldIn(field, item));
}

function elementsIn(envelope: Envelope, value: Json): readonly Element[] | undefined {
  const array = valueAt(value, envelope.path);
  return isArray(array) ? array.map((element) => ({ element, item: itemIn(envelope, element) })) : undefined;
}

function itemIn(envelope: Envelope, element: Json): Json | undefined {
  const bare = envelope.bundle && isObject(element) && element['resource'] === undefined;
  const item = bare ? element : valueAt(element, envelope.bundle ? ['resource'] : envelope.wrapping);
  return item !== undefined && isItem(envelope, item) ? item : undefined;
}

function withElements({ path }: Envelope, value: Json, elements: readonly Element[]): Json {
  const array = elements.map(({ element }) => element);
  return path.length === 0 ? array : changedAt(value, path, array);
}

/** Days by which the list would have to move so that most of it lies where the search looks; 0 where no move helps, or none is needed. */
export function daysIntoWindow(searching: Searching, call: Call, value: Json, moved: (item: Json, days: number) => Json): number {
  const criteria = criteriaOf(searching, call).filter(({ field }) => field.kind === 'date');
  const items = elementsIn(searching.frame.envelope, value)?.flatMap(({ item }) => (item === undefined ? [] : [item])) ?? [];
  const held = criteria.flatMap(({ field }) => items.flatMap((item) => heldIn(field, item)));
  const stretches = held.flatMap((each) => (each.of === 'stretch' && Number.isFinite(each.stretch.from) ? [each.stretch] : []));
  if (stretches.length === 0) return 0;
  const [first, last] = [Math.min(...stretches.map(({ from }) => from)), Math.max(...stretches.map(({ from }) => from))];
  let best = { days: 0, met: metBy(criteria, items) };
  for (const wanted of datesIn(call, criteria)) {
    const [on, until] = [Math.ceil((wanted - first) / DAY), Math.floor((wanted - last) / DAY)];
    for (const days of [7 * Math.ceil(on / 7), 7 * Math.floor(until / 7), on, until]) {
      const met = metBy(
        criteria,
        items.map((item) => moved(item, days)),
      );
      if (met > best.met) best = { days, met };
    }
  }
  return best.days;
}

const DAY = 86_400_000;

function metBy(criteria: readonly Criterion[], items: readonly Json[]): number {
  return items.filter((item) => criteria.every((criterion) => holds(criterion, item))).length;
}

/** The dates that the search names. */
function datesIn(call: Call, criteria: readonly Criterion[]): readonly number[] {
  const { values } = readRequest(call);
  const texts = criteria.flatMap(({ name }) => [values[name] ?? []].flat());
  return texts.flatMap((text) => {
    const at = Date.parse(
      String(text)
        .replace(/^[a-z]{2}(?=\d)/, '')
        .replace(' ', '+'),
    );
    return Number.isNaN(at) ? [] : [at];
  });
}

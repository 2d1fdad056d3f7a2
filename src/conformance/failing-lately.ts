/** What passed here of late and would fail in integration, in numbers and words of rules: for whoever may not see what was sent. */
import type { CommonestNote, NotesOfRecent } from '../workspace/counters.ts';
import type { Exchange } from '../workspace/journal/exchange.ts';
import { judged, rulesOf, talkOf, type JudgedApi } from './notes.ts';

/** Exchanges that rules may look back at from the first of the last few. This is asked often, so it is not the whole journal. */
const before = 30;

/** Of all exchanges, newest first, those that are judged and that rules may look back at; no more of them are read. */
export const judgedOf = (exchanges: Iterable<Exchange>, few: number): readonly Exchange[] => [
  ...Iterator.from(exchanges).take(few + before),
];

/** `few`: how many of them are judged. */
export function failingLately(read: readonly Exchange[], few: number, apis: readonly JudgedApi[]): NotesOfRecent {
  const passed = new Set(read.slice(0, few).filter(({ status }) => status < 400));
  if (passed.size === 0) return { exchanges: 0 };
  const rulesBy = new Map(apis.map((api) => [api.contract, rulesOf(api).filter(({ weight }) => weight === 'fails')]));
  const talk = talkOf(read, apis);
  const broken = talk.turns
    .filter(({ exchange }) => passed.has(exchange))
    .map((turn) => judged(turn, talk, rulesBy.get(turn.contract) ?? []).map(({ rule }) => rule))
    .filter((rules) => rules.length > 0);
  const commonest = commonestOf(broken.flat());
  return { exchanges: broken.length, ...(commonest && { commonest }) };
}

function commonestOf(broken: readonly { readonly id: string; readonly title: string }[]): CommonestNote | undefined {
  const [most] = [...Map.groupBy(broken, ({ id }) => id)].toSorted(([, one], [, other]) => other.length - one.length);
  const [first] = most?.[1] ?? [];
  return first && most && { rule: first.id, title: first.title, exchanges: most[1].length };
}

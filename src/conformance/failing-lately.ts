/** What passed here of late and would be refused in integration, in numbers and words of rules: for whoever may not see what was sent. */
import type { CommonestNote, NotesOfRecent } from '../workspace/counters.ts';
import type { Exchange } from '../workspace/journal/exchange.ts';
import { judged, talkOf, type JudgedApi } from './notes.ts';

/** Exchanges that rules may look back at from the first of the last few. This is asked often, so it is not the whole journal. */
const before = 40;

/** `exchanges`: newest first, of which no more are read than are needed; `few`: how many of them are judged. */
export function failingLately(exchanges: Iterable<Exchange>, few: number, apis: readonly JudgedApi[]): NotesOfRecent {
  const read = [...Iterator.from(exchanges).take(few + before)];
  const last = new Set(read.slice(0, few).filter(({ status }) => status < 400));
  if (last.size === 0) return { exchanges: 0 };
  const talk = talkOf(read, apis);
  const broken = talk.turns
    .filter(({ exchange }) => last.has(exchange))
    .flatMap((turn) => {
      const api = apis.find(({ contract }) => contract === turn.contract);
      const rules = api ? judged(turn, talk, api).map(({ rule }) => rule) : [];
      const failing = rules.filter(({ weight }) => weight === 'fails');
      return failing.length === 0 ? [] : [failing];
    });
  const commonest = commonestOf(broken.flat());
  return { exchanges: broken.length, ...(commonest && { commonest }) };
}

function commonestOf(broken: readonly { readonly id: string; readonly title: string }[]): CommonestNote | undefined {
  const [most] = [...Map.groupBy(broken, ({ id }) => id)].toSorted(([, one], [, other]) => other.length - one.length);
  const [first] = most?.[1] ?? [];
  return first && most && { rule: first.id, title: first.title, exchanges: most[1].length };
}

/**
 * A batch of exchanges as the text of one row: what is said of each as a line of JSON, where its sides stand as another, and then the sides as
 * they are, one behind the other. Bodies are not escaped to be unescaped again, and one that is answered often stands there once.
 */
import type { AtHand, BodyAtHand, SideAtHand } from './at-hand.ts';
import { lazily } from '../../contract/lazily.ts';
import type { Exchange, ExchangeSide, KeptBody } from './exchange.ts';
import { headersIn, type KeepHeaders } from './kept-headers.ts';
import { mayTellSecrets, shownText, type KeepBody } from './kept-body.ts';

/** An exchange that waits to be stored: as JSON, with its sides as they came. */
export interface HeldExchange {
  readonly text: string;
  readonly atHand?: AtHand | undefined;
}

export interface Keeping {
  readonly keepHeaders: KeepHeaders;
  readonly keepBody: KeepBody;
  /** Bytes of a body. */
  readonly most: number;
}

/** Where the lines of the headers begin and end; then the same of the body's text (-1 where it has none), its bytes, and what else there is to say. */
type Place = readonly [number, number] | readonly [number, number, number, number, number, number];
type BodyPlace = readonly [number, number, number, number];

const IS_CUT = 1;
const IS_TO_BE_SHOWN = 2;
const IS_LESS = 4;

export function batchText(held: readonly HeldExchange[], { keepHeaders, keepBody, most }: Keeping): string {
  const pieces: string[] = [];
  let length = 0;
  const put = (text: string): readonly [number, number] => {
    pieces.push(text);
    return [length, (length += text.length)];
  };
  // No map: to hash a long text takes longer than to hold it against the few others.
  const known: { readonly text: string; readonly isToBeShown: boolean; readonly place: BodyPlace }[] = [];

  function bodyPlace(body: BodyAtHand, isToBeShown: boolean): BodyPlace {
    const { text } = body;
    const before = known.find((one) => one.text === text && one.isToBeShown === isToBeShown)?.place;
    // Of a long body no more than the beginning may be at hand.
    if (before && (body.bytes ?? before[2]) === before[2]) return before;
    const kept = keepBody(body, most, isToBeShown);
    const [start, end] = kept.text === undefined ? [-1, -1] : put(kept.text);
    const place = [
      start,
      end,
      kept.bytes,
      (kept.isCut ? IS_CUT : 0) + (isToBeShown ? IS_TO_BE_SHOWN : 0) + (kept.isLess ? IS_LESS : 0),
    ] as const;
    if (text !== undefined) known.push({ text, isToBeShown, place });
    return place;
  }

  const sidePlace = ({ headers, body }: SideAtHand, isToBeShown: boolean): Place =>
    body ? [...put(keepHeaders(headers)), ...bodyPlace(body, isToBeShown)] : put(keepHeaders(headers));
  const placesOf = ({ sent, answered, came }: AtHand): readonly [Place, Place] => {
    const place = sidePlace(sent, false);
    const [, , , , , flags = 0] = place;
    const isToBeShown =
      came === 'read' || (came === 'done' && (flags & IS_LESS) === 0 && !(answered.body && mayTellSecrets(answered.body)));
    return [place, sidePlace(answered, isToBeShown)];
  };
  const places = held.map(({ atHand }) => (atHand ? placesOf(atHand) : 0));
  return `[${held.map(({ text }) => text).join(',')}]\n${JSON.stringify(places)}\n${pieces.join('')}`;
}

export function exchangesIn(text: string): readonly Exchange[] {
  const first = text.indexOf('\n');
  // An earlier release kept no sides.
  if (first < 0) return JSON.parse(text) as readonly Exchange[]; // as it wrote them
  const second = text.indexOf('\n', first + 1);
  const sides = second + 1;
  const exchanges = JSON.parse(text.slice(0, first)) as readonly Exchange[]; // as `batchText` wrote them
  const places = JSON.parse(text.slice(first + 1, second)) as readonly (readonly [Place, Place] | 0)[];
  return exchanges.map((exchange, index) => {
    const place = places[index];
    if (!place) return exchange;
    const [sent, answered] = place.map((one) => sideAt(text, sides, one));
    const [, correlation] = sent?.headers.find(([name]) => name === 'x-correlation-id') ?? [];
    return { ...exchange, ...(sent && { sent }), ...(answered && { answered }), ...(correlation !== undefined && { correlation }) };
  });
}

function sideAt(text: string, from: number, [start, end, bodyStart = -1, bodyEnd = -1, bytes, flags = 0]: Place): ExchangeSide {
  const headers = headersIn(text.slice(from + start, from + end));
  if (bytes === undefined) return { headers };
  const [, type] = headers.find(([name]) => name === 'content-type') ?? [];
  const about = { ...(type !== undefined && { type }), bytes, ...(flags & IS_CUT && { cut: true as const }) };
  if (bodyStart < 0) return { headers, body: about };
  const kept = text.slice(from + bodyStart, from + bodyEnd);
  const shown = flags & IS_TO_BE_SHOWN ? lazily(() => shownText(kept)) : () => kept;
  // Looking through it takes longer than everything else here, and most who read exchanges ask for no body.
  return { headers, body: withText(about, shown) };
}

/** A member like any other to whoever copies or compares it. */
const withText = (body: KeptBody, text: () => string | undefined): KeptBody =>
  Object.defineProperty(body, 'text', { get: text, enumerable: true }) as KeptBody; // undefined is what is not there, to all who read it

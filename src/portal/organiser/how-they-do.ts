/** How a team gets on, in a word and a few more, from numbers alone: who needs help comes first. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';

type Counters = components['schemas']['Counters'];
type Recent = components['schemas']['RecentExchanges'];

export type State = (typeof states)[number];

/** Whoever needs help most stands first. */
export const states = ['stuck', 'silent', 'not begun', 'working'] as const;

export interface HowTheyDo {
  readonly state: State;
  readonly words: string;
}

const minute = 60_000;
/** So long nothing may have come before somebody should ask why. */
const silence = 30 * minute;
/** Fewer are how anybody begins. */
const tries = 3;
const tiresomeInARow = 5;

export function howTheyDo(counters: Counters | undefined, now: number): HowTheyDo {
  const { lastUsed, recent } = counters ?? {};
  if (lastUsed === undefined || !recent) return { state: 'not begun', words: 'not begun' };
  const quiet = now - Date.parse(lastUsed);
  if (isStuck(recent)) return { state: 'stuck', words: `stuck: ${whyStuck(recent)}` };
  if (quiet >= silence) return { state: 'silent', words: `silent for ${spanOf(quiet)}` };
  return { state: 'working', words: 'working' };
}

const isStuck = ({ exchanges, refused, inARow }: Recent): boolean =>
  inARow >= tiresomeInARow || (inARow > 0 && refused >= tries && refused * 2 >= exchanges);

function whyStuck({ exchanges, refused, commonest }: Recent): string {
  const many = `${refused} of the last ${counted(exchanges, 'request')} refused`;
  if (!commonest) return many;
  const share = commonest.exchanges === refused ? 'all' : `${commonest.exchanges} of them`;
  return `${many}, ${share} for ${thingOf(commonest)}`;
}

/** `X-Request-ID (missing value)`, `the body (malformed body)` or `404 not found`. */
function thingOf({ status, problem, in: place, name }: NonNullable<Recent['commonest']>): string {
  const kind = problem?.replaceAll('-', ' ');
  const thing = name ?? (place === 'body' ? 'the body' : undefined);
  if (thing === undefined) return kind === undefined ? `status ${status}` : `${status} ${kind}`;
  return kind === undefined ? thing : `${thing} (${kind})`;
}

/** To the minute: what changes every second would be read out every second. */
export function spanOf(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} hours` : `${Math.floor(minutes / 60 / 24)} days`;
}

export const agoOf = (milliseconds: number): string => (milliseconds < minute ? 'just now' : `${spanOf(milliseconds)} ago`);

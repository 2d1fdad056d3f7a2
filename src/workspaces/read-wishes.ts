/** The wishes in the body of a request for one workspace of a deployment. */
import { defaultSeed } from '../world/world.ts';
import { defaultHours, longestHours } from './limits.ts';
import type { Wishes } from './wishes.ts';

export const wishesBytes = 4_096;
const largestSeed = 2 ** 31 - 1;

/** The wishes in a JSON body, or a sentence that says what is wrong with it. No body wishes for nothing in particular. */
export function readWishes(text: string): Wishes | string {
  const body = text === '' ? {} : parse(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'The body must be a JSON object, or empty.';
  const known = ['seed', 'clock', 'hours', 'traceIds'];
  const stranger = Object.keys(body).find((name) => !known.includes(name));
  if (stranger !== undefined) return `The body may have the members ${known.join(', ')} and no others.`;
  const { seed = defaultSeed, clock = 'real', hours = defaultHours, traceIds = 'secret' } = body as Record<string, unknown>;
  if (!isWhole(seed, 0, largestSeed)) return `/seed must be a whole number from 0 to ${largestSeed}.`;
  if (!isWhole(hours, 1, longestHours)) return `/hours must be a whole number from 1 to ${longestHours}.`;
  if (traceIds !== 'secret' && traceIds !== 'repeatable') return '/traceIds must be "secret" or "repeatable".';
  const instant = clock === 'real' ? clock : readInstant(clock);
  if (instant === undefined) return '/clock must be "real", or an instant with its zone, as in "2026-01-01T00:00:00Z".';
  return { count: 1, seed, clock: instant, hours, repeatable: traceIds === 'repeatable', settings: {}, contracts: [] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

function readInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(value)) return undefined;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

/** What Cloudflare publishes of its limits and prices, as far as it bears on a sandbox; US dollars, and months of 30 days. */

export const read =
  'Cloudflare’s documentation (Workers and Durable Objects: limits, pricing), read in November 2026, but for the prices of the Worker’s own requests and CPU time, which are of August 2026 and were read in copies of its page; check them before a decision';

/** Something that is counted: what a plan includes, and what the paid one asks for more. */
export interface Meter {
  readonly name: string;
  /** A day, on the free plan; of storage, at any time. */
  readonly free: number;
  /** A month. */
  readonly included: number;
  /** Dollars for each beyond what is included. */
  readonly each: number;
}

const million = 1_000_000;

export const basePrice = 5;

export const meters = {
  requests: { name: 'requests to the Worker', free: 100_000, included: 10 * million, each: 0.3 / million },
  objectRequests: { name: 'requests to objects', free: 100_000, included: million, each: 0.15 / million },
  cpu: { name: 'milliseconds of CPU', free: Infinity, included: 30 * million, each: 0.02 / million },
  duration: { name: 'GB-seconds awake', free: 13_000, included: 400_000, each: 12.5 / million },
  rowsRead: { name: 'rows read', free: 5 * million, included: 25_000 * million, each: 0.001 / million },
  rowsWritten: { name: 'rows written', free: 100_000, included: 50 * million, each: 1 / million },
  storage: { name: 'GB stored', free: 5, included: 5, each: 0.2 },
} as const satisfies Readonly<Record<string, Meter>>;

export type MeterName = keyof typeof meters;

/** An object is billed as if it held this much, whatever it holds, while it is awake and for up to this many seconds after. */
export const awake = { gigabytes: 0.128, idleSeconds: 10 };

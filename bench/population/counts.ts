/** What a pass over the people adds up: shares, values and numbers by name, each with its standard error, so that a sample is judged mildly. */

export interface Measured {
  readonly value: number;
  /** How much the value may stray by chance, once in three times, were these people a sample. */
  readonly error: number;
}

export type Statistic = 'mean' | 'harmonic mean' | 'median' | 'p10' | 'p90' | 'p99' | 'sd' | 'min';

/** What of the counts a figure is compared with. */
export type Reading =
  /** In per cent, or of 1,000. */
  | { readonly share: string; readonly outOf?: number }
  /** Those who have it for each who has not. */
  | { readonly odds: string }
  /** One key's share of its group, in per cent. */
  | { readonly group: string; readonly key: string }
  /** One key's share of its group, 100 where it is the share expected. */
  | { readonly group: string; readonly key: string; readonly expected: number }
  | { readonly values: string; readonly take: Statistic }
  | { readonly number: string };

interface Share {
  has: number;
  of: number;
}

export class Counts {
  readonly #shares = new Map<string, Share>();
  readonly #groups = new Map<string, Map<string, number>>();
  readonly #values = new Map<string, number[]>();
  readonly #numbers = new Map<string, number>();

  share(name: string, has: boolean, weight = 1): void {
    const share = held(this.#shares, name, () => ({ has: 0, of: 0 }));
    share.of += weight;
    if (has) share.has += weight;
  }

  among(group: string, key: string, weight = 1): void {
    const keys = held(this.#groups, group, () => new Map<string, number>());
    keys.set(key, (keys.get(key) ?? 0) + weight);
  }

  value(name: string, value: number): void {
    held(this.#values, name, () => []).push(value);
  }

  number(name: string, value: number): void {
    this.#numbers.set(name, value);
  }

  /** The commonest keys of a group, with their shares in per cent. */
  commonest(group: string, most: number): readonly (readonly [string, number])[] {
    const keys = [...(this.#groups.get(group) ?? [])];
    const of = sum(keys.map(([, count]) => count));
    return keys
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([key, count]) => [key, (100 * count) / of]);
  }

  /** Undefined where nobody was seen whom it is about. */
  read(reading: Reading): Measured | undefined {
    if ('number' in reading) return measured(this.#numbers.get(reading.number));
    if ('values' in reading) return statisticOf(this.#values.get(reading.values) ?? [], reading.take);
    if ('group' in reading) {
      const keys = this.#groups.get(reading.group);
      if (keys === undefined) return undefined;
      const share = { has: keys.get(reading.key) ?? 0, of: sum([...keys.values()]) };
      return shareOf(share, 'expected' in reading ? 100 / reading.expected : 100);
    }
    const share = this.#shares.get('odds' in reading ? reading.odds : reading.share);
    if (share === undefined) return undefined;
    return 'odds' in reading ? oddsOf(share) : shareOf(share, reading.outOf ?? 100);
  }
}

function held<T>(map: Map<string, T>, name: string, make: () => T): T {
  const known = map.get(name);
  if (known !== undefined) return known;
  const made = make();
  map.set(name, made);
  return made;
}

const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);

const measured = (value: number | undefined, error = 0): Measured | undefined => (value === undefined ? undefined : { value, error });

function shareOf({ has, of }: Share, scale: number): Measured | undefined {
  if (of === 0) return undefined;
  // Of nobody seen among few it is not known that there is nobody: at least one is reckoned with.
  const likely = Math.max(has, Math.min(1, of / 2)) / of;
  return { value: (scale * has) / of, error: scale * Math.sqrt((likely * Math.max(0, 1 - likely)) / of) };
}

function oddsOf({ has, of }: Share): Measured | undefined {
  const share = shareOf({ has, of }, 1);
  if (share === undefined || has === of) return undefined;
  return { value: has / (of - has), error: share.error / (1 - share.value) ** 2 };
}

const quantiles = { p10: 0.1, p90: 0.9, p99: 0.99 };

function statisticOf(values: number[], take: Statistic): Measured | undefined {
  const count = values.length;
  if (count < 2) return undefined;
  const mean = sum(values) / count;
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (count - 1));
  const error = deviation / Math.sqrt(count);
  if (take === 'mean') return { value: mean, error };
  if (take === 'sd') return { value: deviation, error };
  if (take === 'harmonic mean') return { value: count / sum(values.map((value) => 1 / value)), error };
  const ordered = values.sort((a, b) => a - b);
  const at = (share: number): number => ordered[Math.min(count - 1, Math.floor(share * count))] ?? 0;
  if (take === 'min') return { value: at(0), error: 0 };
  // The error of a quantile, were the values spread as the normal curve has them.
  return take === 'median' ? { value: at(0.5), error: 1.25 * error } : { value: at(quantiles[take]), error: 1.7 * error };
}

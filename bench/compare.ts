/** Measures two servers in turns: CPU time per request of each, and the ratio of the two in every pair of slices. */
import { load, type Limits } from './load.ts';
import type { Scenario } from './scenarios.ts';
import type { RunningServer } from './server.ts';

export interface Comparison {
  readonly name: string;
  /** Microseconds of CPU time per request, medians over the slices. */
  readonly sandbox: number;
  readonly control: number;
  /** Control over sandbox: the median of the ratios of each pair. */
  readonly ratio: number;
  readonly target: number;
  readonly growth?: Scenario['growth'];
  /** Requests answered by the sandbox while it was measured. */
  readonly answers: number;
}

export interface Effort {
  /** Requests that each answers before anything counts: code is compiled for speed only once it has run a while. */
  readonly warmUp: number;
  readonly pairs: number;
  readonly milliseconds: number;
}

const sockets = 8;

/** A machine too slow for the whole warm-up makes do with this many milliseconds. */
const longestWarmUp = 15_000;

export async function compare(
  { name, target, status, growth }: Pick<Scenario, 'name' | 'target' | 'status' | 'growth'>,
  { server, control, requests, effort }: { server: RunningServer; control: RunningServer; requests: readonly Buffer[]; effort: Effort },
): Promise<Comparison> {
  let answers = 0;
  const slice = async (measured: RunningServer, limits: Limits = { milliseconds: effort.milliseconds }): Promise<number> => {
    const before = await measured.usage();
    // Requests that create are never sent twice; the others start anywhere in their list.
    const { statuses, answers: answered } = await load(measured.port, requests, { sockets, ...limits, from: answers });
    const after = await measured.usage();
    const wrong = [...statuses].filter(([other]) => other !== status);
    if (wrong.length > 0)
      throw new Error(`${name}: wanted ${status}, got ${wrong.map(([other, count]) => `${count} × ${other}`).join(', ')}`);
    if (measured === server) answers += answered;
    return (after.cpu - before.cpu) / answered;
  };

  for (const measured of [server, control]) await slice(measured, { milliseconds: longestWarmUp, atMost: effort.warmUp });
  const pairs: { sandbox: number; control: number }[] = [];
  for (let i = 0; i < effort.pairs; i++) pairs.push({ sandbox: await slice(server), control: await slice(control) });
  return {
    name,
    target,
    ...(growth && { growth }),
    answers,
    sandbox: median(pairs.map((pair) => pair.sandbox)),
    control: median(pairs.map((pair) => pair.control)),
    ratio: median(pairs.map((pair) => pair.control / pair.sandbox)),
  };
}

export const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

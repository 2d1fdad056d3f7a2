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

interface Compared {
  readonly server: RunningServer;
  readonly control: RunningServer;
  readonly requests: readonly Buffer[];
  /** Where others are sent to the control. */
  readonly controlRequests?: readonly Buffer[];
  readonly effort: Effort;
}

const sockets = 8;

/** A machine too slow for the whole warm-up makes do with this many milliseconds. */
const longestWarmUp = 15_000;

export async function compare(
  { name, target, status, growth }: Pick<Scenario, 'name' | 'target' | 'status' | 'growth'>,
  { server, control, requests, controlRequests = requests, effort }: Compared,
): Promise<Comparison> {
  const answers = new Map([server, control].map((each) => [each, 0]));
  const slice = async (measured: RunningServer, limits: Limits = { milliseconds: effort.milliseconds }): Promise<number> => {
    const from = answers.get(measured) ?? 0;
    const before = await measured.usage();
    // Requests that create are never sent twice; the others start anywhere in their list.
    const { statuses, answers: answered } = await load(measured.port, measured === server ? requests : controlRequests, {
      sockets,
      ...limits,
      from,
    });
    const after = await measured.usage();
    const wrong = [...statuses].filter(([other]) => other !== status);
    if (wrong.length > 0)
      throw new Error(`${name}: wanted ${status}, got ${wrong.map(([other, count]) => `${count} × ${other}`).join(', ')}`);
    answers.set(measured, from + answered);
    return (after.cpu - before.cpu) / answered;
  };

  for (const measured of [server, control]) await slice(measured, { milliseconds: longestWarmUp, atMost: effort.warmUp });
  const pairs: { sandbox: number; control: number }[] = [];
  for (let i = 0; i < effort.pairs; i++) pairs.push({ sandbox: await slice(server), control: await slice(control) });
  return {
    name,
    target,
    ...(growth && { growth }),
    answers: answers.get(server) ?? 0,
    sandbox: median(pairs.map((pair) => pair.sandbox)),
    control: median(pairs.map((pair) => pair.control)),
    ratio: median(pairs.map((pair) => pair.control / pair.sandbox)),
  };
}

export const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

/**
 * The readiness report: what clients have tried of each API, what they did wrong, and what they never tried. It is told from the journal alone,
 * in an order that does not depend on when it was made, so that two reports can be compared line by line.
 */
import type { Contract } from '../../contract/contract.ts';
import { fidelityOf } from '../../contract/fidelity.ts';
import { cutShort } from '../../contract/limits.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { ConformanceWeight, Turn } from '../../mock/conformance.ts';
import type { IsoDate, Population } from '../../population.ts';
import type { Exchange } from '../../workspace/journal/exchange.ts';
import { judged, rulesOf, talkOf, type JudgedApi } from '../notes.ts';
import { accessOf, type Access } from './access.ts';
import { errorsOf, type ErrorPath } from './errors.ts';
import { peopleOf, type PeopleMet } from './people.ts';

export interface ReadinessReport {
  readonly data: 'synthetic';
  /** By the workspace's clock; only where somebody asks for all. */
  readonly made?: string;
  /** The day for which the population is told, where it does not reach the one that the workspace's clock is at. */
  readonly populationAsOf?: IsoDate;
  readonly exchanges: {
    /** Of which this report is. */
    readonly judged: number;
    /** To no API here, or looked at by a person in a browser. */
    readonly others: number;
    /** Whose numbers are below the oldest that is kept: they have left the journal, or were forgotten by a reset. */
    readonly gone: number;
  };
  readonly apis: readonly ApiReport[];
  /** Served, and never asked. */
  readonly neverAsked: readonly string[];
}

export interface ApiReport {
  readonly slug: string;
  readonly title: string;
  readonly version: string;
  /** How near to the real service the sandbox is here. */
  readonly fidelity?: string;
  readonly requests: number;
  readonly operations: { readonly tried: readonly TriedOperation[]; readonly never: readonly ReportedOperation[] };
  readonly errors: { readonly met: readonly ErrorPath[]; readonly never: readonly ErrorPath[] };
  readonly access: { readonly met: readonly Access[]; readonly never: readonly Access[] };
  /** Left out where no request was about anybody. */
  readonly people?: PeopleMet;
  readonly mistakes: readonly Mistake[];
  /** How many rules it was judged by. */
  readonly rules: number;
}

export interface ReportedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

export interface TriedOperation extends ReportedOperation {
  readonly requests: number;
  readonly statuses: readonly number[];
}

export interface Mistake {
  readonly rule: string;
  /** What should have been so. */
  readonly title: string;
  readonly weight: ConformanceWeight;
  readonly times: number;
  /** The first of them. */
  readonly first: {
    readonly exchange: number;
    /** Only where somebody asks for all. */
    readonly id?: string;
    readonly method: string;
    readonly url: string;
    readonly status: number;
  };
  /** What is said of the first; it names other exchanges and times, so it is there only where somebody asks for all. */
  readonly note?: string;
  readonly source: { readonly name: string; readonly url: string };
}

export interface ReportOptions {
  readonly population: Population;
  readonly isOutOfReach: boolean;
  /** The time to tell, and with what else changes from run to run. */
  readonly full?: { readonly at: number } | undefined;
  /** Of one API alone, by its slug. */
  readonly api?: string | undefined;
  /** Those that it is of, where it is not of all; the others are read for what came before. */
  readonly of?: ReadonlySet<Exchange> | undefined;
}

/** `exchanges`: all that the journal holds, newest first. */
export function reportOn(exchanges: readonly Exchange[], apis: readonly JudgedApi[], options: ReportOptions): ReadinessReport {
  const talk = talkOf(exchanges, apis);
  const isOf = (exchange: Exchange): boolean =>
    (options.of?.has(exchange) ?? true) && (options.api === undefined || exchange.api === options.api);
  const turns = talk.turns.filter(({ exchange }) => isOf(exchange));
  const byContract = Map.groupBy(turns, ({ contract }) => contract);
  const meant = apis.filter(({ contract }) => options.api === undefined || contract.slug === options.api);
  const asked = meant.filter(({ contract }) => byContract.has(contract));
  const oldest = exchanges.reduce((lowest, { number }) => Math.min(lowest, number), Infinity);
  return {
    data: 'synthetic',
    ...(options.full && { made: new Date(options.full.at).toISOString() }),
    ...(options.isOutOfReach && { populationAsOf: options.population.asOf }),
    exchanges: {
      judged: turns.length,
      others: exchanges.filter(isOf).length - turns.length,
      gone: exchanges.length === 0 ? 0 : oldest,
    },
    apis: asked.map((api) => ofApi(api, byContract.get(api.contract) ?? [])).toSorted((one, other) => compare(one.slug, other.slug)),
    neverAsked: meant
      .filter((api) => !asked.includes(api))
      .map(({ contract }) => contract.slug)
      .toSorted(compare),
  };

  function ofApi(api: JudgedApi, turns: readonly Turn[]): ApiReport {
    const { contract } = api;
    const { slug, title, version } = contract;
    const fidelity = fidelityOf(contract);
    const people = peopleOf(turns, options.population);
    return {
      slug,
      title: short(title),
      version: short(version),
      ...(fidelity !== undefined && { fidelity: redactLiveNumbers(fidelity) }),
      requests: turns.length,
      operations: operationsOf(contract, turns),
      errors: errorsOf(contract, turns),
      access: accessOf(contract, turns),
      ...(people && { people }),
      mistakes: mistakesOf(api, turns),
      rules: rulesOf(api).length,
    };
  }

  function mistakesOf(api: JudgedApi, turns: readonly Turn[]): readonly Mistake[] {
    const found = turns.flatMap((turn) => judged(turn, talk, rulesOf(api)).map((one) => ({ ...one, turn })));
    const byRule = Map.groupBy(found, ({ rule }) => rule);
    // The gravest first, then in the order of their table.
    return rulesOf(api)
      .flatMap((rule): readonly Mistake[] => {
        const those = byRule.get(rule) ?? [];
        const [one] = those;
        if (!one) return [];
        const { number, id, method, url, status } = one.turn.exchange;
        return [
          {
            rule: rule.id,
            title: rule.title,
            weight: rule.weight,
            times: those.length,
            first: { exchange: number, ...(options.full && { id }), method, url, status },
            ...(options.full && { note: one.note }),
            source: rule.source,
          },
        ];
      })
      .toSorted((one, other) => compare(one.weight, other.weight));
  }
}

function operationsOf({ operations }: Contract, turns: readonly Turn[]): ApiReport['operations'] {
  const byOperation = Map.groupBy(turns, ({ operation }) => operation);
  const tried: TriedOperation[] = [];
  const never: ReportedOperation[] = [];
  for (const operation of operations) {
    const those = byOperation.get(operation) ?? [];
    const told = { id: operation.id, method: operation.method.toUpperCase(), path: short(operation.path) };
    const statuses = [...new Set(those.map(({ exchange }) => exchange.status))].toSorted((one, other) => one - other);
    if (those.length > 0) tried.push({ ...told, requests: those.length, statuses });
    else never.push(told);
  }
  return { tried, never };
}

/** Contracts are anybody's. */
const short = (text: string): string => cutShort(redactLiveNumbers(text), 500);

/** Alike on every platform. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

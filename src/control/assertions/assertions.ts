/** Assertions over the journal: judged when they are asked for, over the exchanges that are kept then. */
import { notesOf } from '../../conformance/notes.ts';
import { lazily } from '../../contract/lazily.ts';
import { SHOWN_FAULTS } from '../../contract/limits.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { Journal } from '../../workspace/journal/journal.ts';
import type { Behaviours } from '../behaviours.ts';
import { aPoint, between, pointAt, type JournalPoint } from '../exchanges/wanted.ts';
import type { Assertion, Kept } from './unmet.ts';
import { judgeAssertion } from './judge.ts';
import { looker, type LookedAt } from './looked-at.ts';

export function assertionBehaviours({ apis }: BesideControl): Behaviours<'assert-journal'> {
  return {
    'assert-journal': (call) => {
      const { since, assertions } = call.body;
      const refused = whyNot(since, assertions);
      if (refused) return refused;
      const { journal } = call.visit.workspace;
      const newestFirst = [...journal.newest()];
      const notes = lazily(() => notesOf(newestFirst, apis));
      const look = looker(apis, (id) => notes().get(id) ?? []);
      // Each is looked into once, however many assertions ask.
      const looked = new Map(newestFirst.map((exchange) => [exchange, look(exchange)]));
      const results = assertions.map((assertion) =>
        judgeAssertion(assertion, keptSince(assertion.since ?? since, { newestFirst, looked, journal }), (id) => call.url(`/trace/${id}`)),
      );
      const numbers = newestFirst.map(({ number }) => number);
      return {
        status: 200,
        body: {
          passed: results.every(({ outcome }) => outcome === 'holds'),
          data: 'synthetic' as const,
          exchanges: {
            kept: numbers.length,
            whole: journal.isWhole(),
            ...(numbers.length > 0 && { first: Math.min(...numbers), last: Math.max(...numbers) }),
          },
          results,
        },
      };
    },
  };
}

interface Ring {
  readonly newestFirst: readonly Exchange[];
  readonly looked: ReadonlyMap<Exchange, LookedAt>;
  readonly journal: Journal;
}

function keptSince(since: string | undefined, { newestFirst, looked, journal }: Ring): Kept {
  const point = pointAt(since) ?? {};
  const those = since === undefined ? newestFirst : [...between({ newest: () => newestFirst }, point, {})];
  return {
    all: those.toSorted((a, b) => a.number - b.number).flatMap((exchange) => looked.get(exchange) ?? []),
    isWhole: journal.isWhole() || isWithin(point, newestFirst),
  };
}

/** Whether the ring still holds everything after a point. */
function isWithin({ id, number, instant }: JournalPoint, newestFirst: readonly Exchange[]): boolean {
  const oldest = newestFirst.at(-1);
  if (!oldest) return false;
  if (id !== undefined) return newestFirst.some((exchange) => exchange.id === id);
  return number === undefined ? instant !== undefined && instant > oldest.at : number >= oldest.number;
}

/** What no schema says. */
function whyNot(since: string | undefined, assertions: readonly Assertion[]): Problem | undefined {
  const faults = [
    ...(since !== undefined && !pointAt(since) ? [{ pointer: '/since', message: noPoint }] : []),
    ...assertions.flatMap(({ since: own, times, never }, i) => [
      ...(own !== undefined && !pointAt(own) ? [{ pointer: `/assertions/${i}/since`, message: noPoint }] : []),
      ...(never && times !== undefined ? [{ pointer: `/assertions/${i}/never`, message: 'does not go with times' }] : []),
      ...(typeof times === 'object' && (times.atLeast ?? 0) > (times.atMost ?? Infinity)
        ? [{ pointer: `/assertions/${i}/times`, message: 'wants more at least than at most' }]
        : []),
    ]),
  ];
  const [first] = faults;
  if (!first) return undefined;
  return {
    problem: 'invalid-value',
    message: `The body at ${first.pointer} ${first.message}.`,
    faults: faults.slice(0, SHOWN_FAULTS).map((fault) => ({ in: 'body', keyword: 'assertion', ...fault })),
  };
}

const noPoint = `must be ${aPoint}`;

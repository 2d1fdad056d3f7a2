/** Exchanges that an assertion picks: its conditions, each with its place in the assertion, and whether it can be told that one holds. */
import { cutShort } from '../../contract/limits.ts';
import type { Json } from '../../contract/contract.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { bodyConditions, conditionsOf, textConditions, type MatchCondition } from '../../gateway/rules/conditions.ts';
import { pathMatcher, type RuleMatch } from '../../gateway/rules/match.ts';
import type { ExchangeSide, KeptBody } from '../../workspace/journal/exchange.ts';
import { correlationHeaders, hasStatus } from '../exchanges/wanted.ts';
import type { LookedAt } from './looked-at.ts';

export type PickedExchanges = components['schemas']['PickedExchanges'];

/** `unknown` where not all is kept that could tell. */
export type Verdict = 'yes' | 'no' | 'unknown';

export interface PickCondition extends MatchCondition<LookedAt> {
  /** Why what is kept of an exchange does not tell; undefined where it does. */
  gap(of: LookedAt): string | undefined;
}

export function readPicked({ match = {}, answer = {}, correlation }: PickedExchanges): readonly PickCondition[] {
  const { path } = match;
  const named = (place: string) => (condition: MatchCondition<LookedAt>) => ({ ...condition, pointer: place + condition.pointer });
  const asked = conditionsOf(match as RuleMatch).map(named('/match')); // as the contract has it
  const isWord = ({ what }: MatchCondition<LookedAt>): boolean => what === 'api' || what === 'operation' || what === 'method';
  return [
    ...asked.filter(isWord).map(known),
    ...(path === undefined ? [] : [known(pathCondition(path))]),
    ...asked.filter((condition) => !isWord(condition)).map((condition) => ofSide(condition, ({ exchange }) => exchange.sent)),
    ...(correlation === undefined ? [] : [ofSide(correlationCondition(correlation), ({ exchange }) => exchange.sent)]),
    ...(answer.status === undefined ? [] : [known(statusCondition(answer.status))]),
    ...[
      ...textConditions<LookedAt>('headers', answer.headers ?? {}, ({ answerHeaders }, name) =>
        listed(answerHeaders.get(name.toLowerCase())),
      ),
      ...bodyConditions<LookedAt>((answer.body ?? {}) as Readonly<Record<string, Json>>, ({ answerBody }) => answerBody), // JSON that was sent
    ]
      .map(named('/answer'))
      .map((condition) => ofSide({ ...condition, what: `answer’s ${condition.what}` }, ({ exchange }) => exchange.answered)),
  ];
}

const known = (condition: MatchCondition<LookedAt>): PickCondition => ({ ...condition, gap: () => undefined });

/** Of what is kept of one side. */
function ofSide(condition: MatchCondition<LookedAt>, sideOf: (of: LookedAt) => ExchangeSide | undefined): PickCondition {
  const { pointer, wanted, received } = condition;
  if (pointer.startsWith('/match/query/')) return known(condition);
  const isOfBody = !/^\/(?:\w+\/headers\/|correlation)/.test(pointer);
  return {
    ...condition,
    gap(of) {
      const side = sideOf(of);
      if (!side) return 'nothing of this side is kept';
      if (isOfBody) return gapIn(side.body);
      const there = wanted === null ? undefined : received(of);
      return typeof there === 'string' && there.includes('withheld:') ? credential : undefined;
    },
  };
}

const credential = 'of a credential no more is kept than whether it is another one: ask for "*"';

function gapIn(body: KeptBody | undefined): string | undefined {
  if (!body || body.bytes === 0) return undefined;
  if (body.text === undefined) return 'the body is not kept, or is no text';
  return body.cut ? `the first bytes of ${body.bytes} are kept of the body: the setting journalBody keeps more` : undefined;
}

const pathCondition = (path: string): MatchCondition<LookedAt> => {
  const fits = pathMatcher(path);
  return {
    pointer: '/match/path',
    what: 'path',
    wanted: path,
    holds: (of) => fits(of) !== undefined,
    received: ({ pathname }) => pathname,
  };
};

const correlationCondition = (wanted: string): MatchCondition<LookedAt> => ({
  pointer: '/correlation',
  what: 'correlation',
  wanted,
  holds: ({ headers }) => correlationHeaders.some((name) => headers.get(name) === wanted),
  received: ({ headers }) => correlationHeaders.flatMap((name) => headers.get(name) ?? [])[0],
});

const statusCondition = (wanted: number | string): MatchCondition<LookedAt> => ({
  pointer: '/answer/status',
  what: 'status',
  wanted,
  holds: ({ exchange }) => hasStatus(exchange, wanted),
  received: ({ exchange }) => exchange.status,
});

export function verdictOn(condition: PickCondition, of: LookedAt): Verdict {
  const holds = condition.holds(of);
  // What is wanted not to be there may be in what is not kept.
  if (holds && condition.wanted !== null) return 'yes';
  return condition.gap(of) === undefined ? (holds ? 'yes' : 'no') : 'unknown';
}

export function verdictOf(conditions: readonly PickCondition[], of: LookedAt): Verdict {
  let verdict: Verdict = 'yes';
  for (const condition of conditions) {
    const told = verdictOn(condition, of);
    if (told === 'no') return told;
    if (told === 'unknown') verdict = told;
  }
  return verdict;
}

/** `PATCH /Patient/{id}, person 9000000009, no header If-Match`. */
export function inWords(conditions: readonly PickCondition[]): string {
  const said = (wanted: string): readonly string[] => conditions.filter(({ what }) => what === wanted).map(textOf);
  const line = [...said('method'), ...said('path')].join(' ');
  const others = conditions
    .filter(({ what }) => what !== 'method' && what !== 'path')
    .map((condition) => (condition.wanted === null ? `no ${condition.what}` : `${condition.what} ${textOf(condition)}`));
  return [...(line === '' ? [] : [line]), ...others].join(', ') || 'whatever was sent';
}

const textOf = ({ wanted }: PickCondition): string => cutShort(typeof wanted === 'string' ? wanted : JSON.stringify(wanted), 200);

const listed = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** A stub as it is answered by: its match and its templates read once. */
import type { Json } from '../../contract/contract.ts';
import { durationIn, isFixedDuration } from '../../workspace/time/duration.ts';
import { readMatch, type Matcher } from '../rules/match.ts';
import type { LaterChange, Scenario, Stub, StubAnswer, StubChange } from './stub.ts';
import { templateReader, type WrittenTemplate, type TemplateFault, type TemplateReader } from './template.ts';

export interface ReadStub {
  readonly id: string;
  readonly matcher: Matcher;
  readonly checks: boolean;
  readonly scenario: Scenario | undefined;
  /** One at least. */
  readonly answers: readonly ReadAnswer[];
  readonly cycles: boolean;
}

export interface ReadAnswer {
  readonly status: number | undefined;
  readonly headers: readonly (readonly [name: string, value: WrittenTemplate])[];
  readonly body: WrittenTemplate | undefined;
  readonly type: string | undefined;
  readonly example: string | undefined;
  readonly store: readonly ReadChange[];
  readonly then: readonly ReadLater[];
}

export interface ReadChange {
  readonly operation: string | undefined;
  readonly id: WrittenTemplate | undefined;
  /** Undefined where the row is to be deleted. */
  readonly put: WrittenTemplate | undefined;
}

export interface ReadLater {
  /** Milliseconds. */
  readonly after: number;
  readonly store: readonly ReadChange[];
  readonly scenario: { readonly name: string; readonly becomes: string } | undefined;
}

/** The stub, and what is wrong with it, each with its place. */
export function readStub(stub: Stub): { readonly read: ReadStub; readonly faults: readonly TemplateFault[] } {
  const reader = templateReader();
  const faults: TemplateFault[] = [];
  const sent = stub.sequence ?? (stub.answer ? [stub.answer] : []);
  if ((stub.answer === undefined) === (stub.sequence === undefined))
    faults.push({ pointer: '', message: 'needs an answer, or a sequence of them, and not both' });
  const answers = sent.map((answer, i) => {
    const place = stub.sequence ? ['sequence', i] : ['answer'];
    faults.push(...faultsOf(answer, place.map((token) => `/${token}`).join('')));
    return readAnswer(answer, place, reader);
  });
  return {
    read: {
      id: stub.id,
      matcher: readMatch(stub.match ?? {}, stub.id),
      checks: stub.checks ?? false,
      scenario: stub.scenario,
      answers,
      cycles: stub.cycles ?? false,
    },
    faults: [...faults, ...reader.faults],
  };
}

function readAnswer(answer: StubAnswer, place: readonly (string | number)[], { read }: TemplateReader): ReadAnswer {
  const optional = (value: Json | undefined, ...tokens: readonly (string | number)[]): WrittenTemplate | undefined =>
    value === undefined ? undefined : read(value, [...place, ...tokens]);
  const changes = (store: readonly StubChange[] = [], ...tokens: readonly (string | number)[]): readonly ReadChange[] =>
    store.map(({ operation, id, put }, i) => ({
      operation,
      id: optional(id, ...tokens, i, 'id'),
      put: optional(put, ...tokens, i, 'put'),
    }));
  return {
    status: answer.status,
    headers: Object.entries(answer.headers ?? {}).map(([name, value]) => [name, read(value, [...place, 'headers', name])]),
    body: optional(answer.body, 'body'),
    type: answer.type,
    example: answer.example,
    store: changes(answer.store, 'store'),
    then: (answer.then ?? []).map((later: LaterChange, i) => ({
      after: durationIn(later.after) ?? 0,
      store: changes(later.store, 'then', i, 'store'),
      scenario: later.scenario,
    })),
  };
}

function faultsOf({ body, example, type, store = [], then = [] }: StubAnswer, place: string): readonly TemplateFault[] {
  const changes = [
    ...store.map((change, i) => [change, `${place}/store/${i}`] as const),
    ...then.flatMap((later, i) => (later.store ?? []).map((change, j) => [change, `${place}/then/${i}/store/${j}`] as const)),
  ];
  return [
    ...(body !== undefined && example !== undefined
      ? [{ pointer: `${place}/example`, message: 'cannot stand beside a body: the example is the body' }]
      : []),
    ...(type !== undefined && example !== undefined
      ? [{ pointer: `${place}/type`, message: 'cannot stand beside an example, which has its own' }]
      : []),
    ...changes.flatMap(([change, pointer]) =>
      (change.put === undefined) === (change.delete !== true)
        ? [{ pointer, message: 'must put a row or delete one: say put, or delete: true' }]
        : [],
    ),
    ...then.flatMap(({ after, store: puts, scenario }, i) => [
      ...(isFixedDuration(after)
        ? []
        : [
            {
              pointer: `${place}/then/${i}/after`,
              message: 'must be a duration in weeks, days, hours, minutes and seconds, as in PT5S or P1D',
            },
          ]),
      ...(puts === undefined && scenario === undefined
        ? [{ pointer: `${place}/then/${i}`, message: 'must change something: say store, or scenario' }]
        : []),
    ]),
  ];
}

/**
 * Fidelity notes: what is known of each rule that a mock keeps to, as data. They stand beside the mock, in `mocks/<api>/fidelity.ts`, and are
 * loaded only where somebody asks for them.
 */

/** How far a rule can be relied on. */
export const standings = {
  observed: 'the service, its official sandbox or what is published of it shows it',
  inferred: 'it follows from what is known, and nobody has seen it',
  unknown: 'no source says, and the sandbox had to choose',
  different: 'the service does otherwise, and the sandbox means to',
} as const;

export type RuleStanding = keyof typeof standings;

/** By what a rule is known: a page that anybody can read, or whose tests it was read from. */
export interface NotedSource {
  readonly name: string;
  readonly url?: string;
}

interface Rule {
  /** What is so here, in one sentence. */
  readonly rule: string;
  readonly source: NotedSource;
  /** The day on which it was last held against its source: `2026-11-29`. */
  readonly checked: string;
  readonly example?: FidelityExample;
}

/** A rule of the service's, as far as is known; or one that it has otherwise, and how. */
export type FidelityNote =
  | (Rule & { readonly standing: Exclude<RuleStanding, 'different'>; readonly service?: never })
  | (Rule & { readonly standing: 'different'; readonly service: string });

/** A request to the API that shows the rule, and how it is answered: `400`, or `400 INVALID_RESOURCE_ID` where the fault has a name. */
export interface FidelityExample {
  /** `GET /Patient/1`, below the base path. */
  readonly request: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly answer: string;
}

/** Notes that were all held against their sources on one day, by their standing. */
export function notedOn(checked: string) {
  const note =
    (standing: Exclude<RuleStanding, 'different'>) =>
    (source: NotedSource, rule: string, example?: FidelityExample): FidelityNote => ({
      standing,
      rule,
      source,
      checked,
      ...(example && { example }),
    });
  return {
    observed: note('observed'),
    inferred: note('inferred'),
    unknown: (rule: string, example?: FidelityExample): FidelityNote => note('unknown')(noSource, rule, example),
    /** `source` shows what the service does. */
    different: (source: NotedSource, rule: string, service: string, example?: FidelityExample): FidelityNote => ({
      standing: 'different',
      rule,
      service,
      source,
      checked,
      ...(example && { example }),
    }),
  };
}

const noSource: NotedSource = { name: 'No source found' };

/**
 * What an operation is answered by: rules (the mock's, and those by which what was sent is kept and read), the record of a person or an
 * organisation, or an example of the contract.
 */
export type AnswerSource = 'rule' | 'record' | 'example';

/** `satisfies Fidelity<operations>`: an unknown operationId does not compile. */
export interface Fidelity<Operations> {
  /** What the whole was compared with: `held against the published contract`. */
  readonly compared: NotedSource & { readonly version: string; readonly on: string };
  /** Of every operation. */
  readonly everywhere: readonly FidelityNote[];
  readonly answers: { readonly [Id in keyof Operations]: AnswerSource };
  readonly operations: { readonly [Id in keyof Operations]?: readonly FidelityNote[] };
}

/** Notes of whichever API. */
export interface AnyFidelity {
  readonly compared: Fidelity<unknown>['compared'];
  readonly everywhere: readonly FidelityNote[];
  readonly answers: Readonly<Record<string, AnswerSource>>;
  readonly operations: Readonly<Record<string, readonly FidelityNote[] | undefined>>;
}

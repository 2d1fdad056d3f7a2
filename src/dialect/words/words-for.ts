/** The words for a fault by its kind, or by its status where a rule or a wish sets one that the kind does not have. */
import type { ProblemKind } from '../../mock/problem.ts';
import { KINDS, type KindWords } from './kinds.ts';
import { reasonPhrase, reasonTitle } from './reason-phrases.ts';

export interface Named {
  readonly kind: ProblemKind;
  readonly keyword?: string | undefined;
  readonly status: number;
  /** Words for what the operation is about: those of its path. */
  readonly topic?: readonly string[];
}

export const upperSnake = (code: string): string =>
  code
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();

/** FHIR's issue codes for statuses that no kind of ours stands for. */
const ISSUES: Readonly<Record<number, string>> = {
  402: 'business-rule',
  414: 'too-long',
  417: 'not-supported',
  423: 'lock-error',
  425: 'transient',
  426: 'not-supported',
  431: 'too-long',
  451: 'suppressed',
  502: 'transient',
  505: 'not-supported',
  507: 'no-store',
};

/** These say less than any kind does. */
const GENERAL = new Set([400, 422, 500]);

/** Whether the status says something that the kind does not: `Prefer: code=451`, or a URL too long for a request too large. */
const saysMore = ({ kind, status }: Pick<Named, 'kind' | 'status'>): boolean =>
  !KINDS[kind].statuses.includes(status) && !GENERAL.has(status);

export function wordsFor(named: Pick<Named, 'kind' | 'status'>): KindWords {
  const words = KINDS[named.kind];
  if (!saysMore(named)) return words;
  const { status } = named;
  const issue = ISSUES[status];
  return {
    ...words,
    issues: [...(issue === undefined ? [] : [issue]), 'processing', 'invalid', 'exception'],
    codes: [upperSnake(reasonPhrase(status))],
    title: reasonTitle(status),
    words: NO_WORDS,
  };
}

const NO_WORDS = /(?!)/;

/** The ways in which a request fails that a client has to live with, and which of them its own traffic has met. */
import type { Contract } from '../../contract/contract.ts';
import type { Turn } from '../../mock/conformance.ts';

export interface ErrorPath {
  /** `404`, `5xx`, `time-out`. */
  readonly path: string;
  readonly means: string;
  /** That met it. */
  readonly requests?: number;
}

interface KnownPath {
  readonly path: string;
  readonly means: string;
  readonly isMet: (turn: Turn) => boolean;
  /** Every API has it: it comes from the platform before them, or from the network. */
  readonly isEverywhere?: true;
}

const byStatus =
  (status: number): KnownPath['isMet'] =>
  ({ exchange }) =>
    exchange.status === status;

/** Faults that leave a client without an answer, by what the journal says of them. */
const withoutAnswer = /^The fault .* is for this request: (?:latency|drop|truncate|slow-body)\.$/;

const paths: readonly KnownPath[] = [
  { path: '400', means: 'the request is not valid', isMet: byStatus(400), isEverywhere: true },
  { path: '401', means: 'no access token, or one that has expired', isMet: byStatus(401), isEverywhere: true },
  { path: '403', means: 'the token does not allow this', isMet: byStatus(403) },
  { path: '404', means: 'nothing is there', isMet: byStatus(404) },
  { path: '409', means: 'somebody else was there first', isMet: byStatus(409) },
  { path: '412', means: 'the version is not the one that was read', isMet: byStatus(412) },
  { path: '422', means: 'what was sent cannot be done', isMet: byStatus(422) },
  { path: '429', means: 'too many requests', isMet: byStatus(429), isEverywhere: true },
  { path: '5xx', means: 'the service fails', isMet: ({ exchange: { status } }) => status >= 500 && status !== 504, isEverywhere: true },
  {
    path: 'time-out',
    means: 'the answer is late, or never comes',
    isMet: ({ exchange: { status, notes = [] } }) => status === 408 || status === 504 || notes.some((note) => withoutAnswer.test(note)),
    isEverywhere: true,
  },
];

/** Of what an API never says, nobody has to try it. */
export function errorsOf(
  contract: Contract,
  turns: readonly Turn[],
): { readonly met: readonly ErrorPath[]; readonly never: readonly ErrorPath[] } {
  const documented = new Set(contract.operations.flatMap(({ responses }) => [...responses.keys()]));
  const met: ErrorPath[] = [];
  const never: ErrorPath[] = [];
  for (const { path, means, isMet, isEverywhere } of paths) {
    const requests = turns.filter(isMet).length;
    const isPossible = isEverywhere ?? [path, '4XX', 'default'].some((key) => documented.has(key));
    if (requests > 0) met.push({ path, means, requests });
    else if (isPossible) never.push({ path, means });
  }
  return { met, never };
}

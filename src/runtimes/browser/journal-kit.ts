/** What was asked of a sandbox in this process, and what should have been: a client of its own API. */
import { failuresOf } from '../../control/assertions/told.ts';
import type { components, operations } from '../../generated/sandbox-control.types.ts';
import type { ApiClient } from './client.ts';

type Explanation = components['schemas']['Explanation'];
type Asserted = components['schemas']['AssertedJournal'];

/** What exchanges are to have been, as the sandbox's own API has it. */
export type JournalAssertion = components['schemas']['Assertion'];

/** Which exchanges: by API, operation, method, status (`404`, `4xx`), person, correlation, and so on. */
export type WantedExchanges = Omit<NonNullable<operations['list-exchanges']['parameters']['query']>, 'full' | 'limit' | 'with'>;

export interface JournalKit {
  /** All that fit, oldest first, with what was sent and answered. */
  list(wanted?: WantedExchanges): Promise<readonly Explanation[]>;
  /** The newest that fits; rejects where there is none. */
  last(wanted?: WantedExchanges): Promise<Explanation>;
  /** Rejects where one does not hold, and says which exchanges came nearest: `await sandbox.journal.assert({ match: { method: 'PATCH' }, times: 1 })`. */
  assert(wanted: JournalAssertion | readonly JournalAssertion[]): Promise<void>;
}

/** What a journal was asserted to be does not hold. */
export class JournalAssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly asserted: Asserted;

  constructor(asserted: Asserted) {
    super(failuresOf(asserted));
    this.asserted = asserted;
  }
}

const all = 1_000;

export function journalIn(api: ApiClient<'sandbox-control'>): JournalKit {
  async function newest(wanted: WantedExchanges, limit: number): Promise<readonly Explanation[]> {
    const { data, error } = await api.GET('/exchanges', { params: { query: { ...wanted, limit, full: true } } });
    if (!data) throw new RangeError(error.detail);
    return data.exchanges;
  }
  return {
    list: async (wanted = {}) => (await newest(wanted, all)).toReversed(),
    async last(wanted = {}) {
      const [exchange] = await newest(wanted, 1);
      if (!exchange)
        throw new RangeError(`nothing was asked${Object.keys(wanted).length === 0 ? '' : ` that is ${JSON.stringify(wanted)}`}`);
      return exchange;
    },
    async assert(wanted) {
      const assertions = Array.isArray(wanted) ? (wanted as readonly JournalAssertion[]) : [wanted as JournalAssertion]; // an array is no assertion
      const { data, error } = await api.POST('/journal/assert', { body: { assertions: [...assertions] } });
      if (!data) throw new RangeError(error.detail);
      if (!data.passed) throw new JournalAssertionError(data);
    },
  };
}

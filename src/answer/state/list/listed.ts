/** One item of a list, and what a list is asked for. */
import type { Entry } from '../../../clinical-record.ts';
import type { Json } from '../../../contract/contract.ts';
import type { Call } from '../../../mock/call.ts';
import type { ListPlan } from '../../../plan/list/list-plan.ts';
import type { Resolve } from '../../../plan/list/search/field.ts';
import type { Criterion } from '../../../plan/list/search/search.ts';
import type { SortKey } from '../../../plan/list/search/sort.ts';
import type { Resource } from '../../../plan/resource/resource.ts';
import type { Found } from '../../../workspace/store/store.ts';
import type { ToldSource } from '../../told/record-teller.ts';
import type { Bodies } from '../bodies.ts';

export interface Listed {
  readonly id: string | undefined;
  readonly text: string;
  body(): Json;
  /** It is kept as bytes, which say nothing of it that a list could show. */
  readonly isBytes?: boolean;
  /** What the contract publishes, where the item is no more than that. */
  readonly published?: Json;
  /** Its example breaks the list's schema and was mended. */
  readonly mended?: boolean;
  /** It is an entry of the record that is asked for. */
  readonly isRecorded?: boolean;
}

export interface Asking {
  readonly plan: ListPlan;
  readonly resource: Resource;
  readonly call: Call;
  readonly bodies: Bodies;
  /** Where the items come from that nobody has written here, if not from the contract. */
  readonly source?: ToldSource | undefined;
  /** What of the search only an entry of a record can answer. */
  isAsked(entry: Entry): boolean;
  /** What a reference leads to, for searches by what an item refers to. */
  readonly resolve: Resolve;
  readonly criteria: readonly Criterion[];
  readonly sort: readonly SortKey[] | undefined;
  readonly start: number;
  readonly size: number;
  /** The id of the item that the page begins behind. */
  readonly after: string | undefined;
}

export function storedRow({ key, document }: Pick<Found, 'key' | 'document'>, parent: string): Listed {
  const text = document.slice(document.indexOf('\n') + 1);
  const isBytes = document.lastIndexOf('"binary":', document.indexOf('\n')) >= 0;
  return {
    id: decodeURIComponent(key.slice(parent.length)),
    text: isBytes ? 'null' : text,
    body: () => (isBytes ? null : JSON.parse(text)),
    isBytes,
  };
}

/** One of the register as it is known whatever the day: what of it there is on a day says entry.ts. */
import type { IsoDate, OdsCode, Organisation } from '../../../population.ts';
import type { StatedEntry } from '../../../organisation-register.ts';

/** What decides the roles that one has. */
export type RegisterSort =
  | Organisation['kind']
  | 'national'
  | 'appliance-contractor'
  | 'reporting-entity'
  | 'pharmacy-headquarters'
  | 'optical-headquarters';

/** A relationship from when to when. Its end is told when it is past, or with that of the organisation. */
export interface Tie {
  /** Of test people's organisations, as the official documents have it. */
  readonly id?: string;
  readonly code: string;
  readonly to: OdsCode;
  readonly start: IsoDate;
  readonly end?: IsoDate;
}

export interface Registered {
  readonly ods: OdsCode;
  readonly sort: RegisterSort;
  /** Tells it from all others: the numbers of its roles and relationships follow from it. */
  readonly order: number;
  readonly board: number;
  readonly opened: IsoDate;
  /** The last day. */
  readonly closed?: IsoDate;
  /** When it became known that it is to close, where that was before. */
  readonly announced?: IsoDate;
  /** When an entry that was made in error vanished. */
  readonly deleted?: IsoDate;
  readonly isReferenceOnly?: true;
  readonly sellsAtADistance?: true;
  readonly ties: readonly Tie[];
  readonly successions: readonly { readonly kind: 'predecessor' | 'successor'; readonly other: OdsCode; readonly on: IsoDate }[];
  readonly stated?: StatedEntry;
  /** Where it stands, of those that the register alone tells of. */
  readonly site?: RegisteredSite;
}

export interface RegisteredSite {
  readonly kind: Organisation['kind'];
  readonly name: string;
  readonly settlement: number;
  /** Which of the premises of the settlement. */
  readonly premises: number;
  readonly parent: OdsCode;
}

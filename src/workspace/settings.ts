/** What a workspace may be told about how to answer. */
import { BODY_BYTES } from '../contract/limits.ts';
import type { CallbacksSetting } from '../outbound/guard.ts';
import type { IsoDate } from '../population.ts';

/** What else than the real services a workspace may be like. */
export type Compatibility = 'official-sandbox';
/** Profiles of FHIR whose form answers may have where a contract publishes another. */
export type Profile = 'uk-core';

export interface Settings {
  /** Ids no row has: `infer` from what the contract publishes, always make somebody up (`synthesise`), or always 404 (`refuse`). */
  readonly unknownIds: 'infer' | 'synthesise' | 'refuse';
  /** Published examples that break their own schema: send a `fitting` body of their own values, or send them as `published`. */
  readonly examples: 'fitting' | 'published';
  /** A body of another kind of JSON than is documented: read it with a note (`lenient`), or refuse it (`strict`). */
  readonly mediaTypes: 'lenient' | 'strict';
  /** What breaks the contract in a request: refuse it (`enforce`), or answer and say so in the trace (`warn`). */
  readonly checks: 'enforce' | 'warn';
  /** Who is let in: everybody (`open`), or who shows what the API asks for, for what that lets them do (`strict`). */
  readonly access: 'open' | 'strict';
  /** What of the sandbox's own is there that the real services have not: `all`, `none`, or a list (`extras.ts`). */
  readonly extras: string;
  /** Bytes of the largest body that is taken. */
  readonly maxBody: number;
  /** Milliseconds to wait before every answer. */
  readonly delay: number;
  /** Exchanges that the journal keeps, and bytes of all together: what comes first. */
  readonly journal: number;
  readonly journalBytes: number;
  /** Bytes of each body that are kept, as a text cut short; 0 keeps none. */
  readonly journalBody: number;
  /** Where messages may be sent: to receivers on the machine of a sandbox of one's own (`local`), to public addresses too (`outbound`), or nowhere (`inbox`). */
  readonly callbacks: CallbacksSetting;
  /** What a FHIR profile wants in another form than the contract publishes: the form of the contract, or that of the profile. */
  readonly profiles: 'contract' | Profile;
  /** The day for which the population is that of this workspace: the one that its clock is at, or always the same. */
  readonly asOf: 'clock' | IsoDate;
  /** Be something else than the real service, where an API has a mock of that mode. */
  readonly compatibility?: Compatibility;
}

export const defaultSettings: Settings = {
  unknownIds: 'infer',
  examples: 'fitting',
  mediaTypes: 'lenient',
  checks: 'enforce',
  access: 'open',
  extras: 'all',
  maxBody: BODY_BYTES,
  delay: 0,
  journal: 1_000,
  journalBytes: 5_000_000,
  journalBody: 2_000,
  callbacks: 'local',
  profiles: 'contract',
  asOf: 'clock',
};

/** The longest wait anybody may ask for, in milliseconds. */
export const longestDelay = 30_000;

/** The most that anybody may ask of a journal. A row of it holds both bodies of an exchange, and no platform takes rows of more than 2 MB. */
export const largestJournal = { journal: 10_000, journalBytes: 20_000_000, journalBody: 500_000 };

/** Whether published examples go out as they stand, faults and all. */
export function sendsAsPublished({ examples, compatibility }: Settings): boolean {
  return examples === 'published' || compatibility !== undefined;
}

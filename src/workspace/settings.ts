/** What a workspace may be told about how to answer. */
import { BODY_BYTES } from '../contract/limits.ts';

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
  /** Bytes of the largest body that is taken. */
  readonly maxBody: number;
  /** Milliseconds to wait before every answer. */
  readonly delay: number;
  /** What a FHIR profile wants in another form than the contract publishes: the form of the contract, or that of the profile. */
  readonly profiles: 'contract' | Profile;
  /** Be something else than the real service, where an API has a mock of that mode. */
  readonly compatibility?: Compatibility;
}

export const defaultSettings: Settings = {
  unknownIds: 'infer',
  examples: 'fitting',
  mediaTypes: 'lenient',
  checks: 'enforce',
  maxBody: BODY_BYTES,
  delay: 0,
  profiles: 'contract',
};

/** The longest wait anybody may ask for, in milliseconds. */
export const longestDelay = 30_000;

/** Whether published examples go out as they stand, faults and all. */
export function sendsAsPublished({ examples, compatibility }: Settings): boolean {
  return examples === 'published' || compatibility !== undefined;
}

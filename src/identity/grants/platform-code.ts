/** What the platform hands to applications of a log-in: a code once, and refresh tokens, each good for one use. */
import type { UserRecord } from '../sessions/user-record.ts';

interface OfLogin {
  readonly record: UserRecord;
  readonly expires: number;
  readonly sid: string;
  readonly isUsed?: true;
}

export interface PlatformCode extends OfLogin {
  readonly redirectUri: string;
  readonly challenge?: string;
}

export interface PlatformRefresh extends OfLogin {
  /** How often the log-in was refreshed. */
  readonly count: number;
  /** When it ends, however often it is refreshed. */
  readonly ends: number;
}

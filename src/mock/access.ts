/** Which application asks an API, and who is signed in to it: what its token shows. */

/** The ways in which the platform lets applications in. */
export type AccessMode = 'user-restricted' | 'patient-access' | 'application-restricted' | 'privileged-application-restricted';

/** What somebody is let in to: all of it, what is their own, or what they have leave for. */
type AdmittedTo = 'all' | 'own' | 'some';

/** Whom an operation lets in; a mode that is not named is refused. */
export type AdmittedModes = Readonly<Partial<Record<AccessMode, AdmittedTo>>>;

export interface Application {
  readonly mode: AccessMode;
  readonly id?: string;
  readonly name?: string;
  /** What its token is for; `*` at the end of one stands for any rest. */
  readonly scopes?: readonly string[];
  /** How far the signed-in patient has proved who they are. */
  readonly proofing?: 'P0' | 'P5' | 'P9';
  /** The signed-in patient's own NHS number. */
  readonly nhsNumber?: string;
  /** The ids of the role profiles that whoever is signed in has. */
  readonly roles?: readonly string[];
  /** False where it has no accredited system id, without which nothing works. */
  readonly hasAsid?: boolean;
  /** An application-restricted application with leave to update. */
  readonly mayUpdate?: boolean;
  /** The organisation that it is used in. */
  readonly odsCode?: string;
  /** What it may do, by the name of the API, in words of that API; everything, where nothing is said of it. */
  readonly permissions?: Readonly<Record<string, readonly string[]>>;
  /** How often it may ask, where that is not as often as others. */
  readonly limits?: RateLimits;
}

export interface RateLimits {
  /** A quota: so many requests in each minute of the clock. */
  readonly perMinute?: number;
  /** An arrest of spikes: so many, evenly spread, one in each fraction of the second. */
  readonly perSecond?: number;
}

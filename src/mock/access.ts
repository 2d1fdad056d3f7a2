/** Which application asks an API, and who is signed in to it: what its token shows. */

/** The ways in which the platform lets applications in. */
export type AccessMode = 'user-restricted' | 'patient-access' | 'application-restricted' | 'privileged-application-restricted';

export interface Application {
  readonly mode: AccessMode;
  /** How far the signed-in patient has proved who they are. */
  readonly proofing?: 'P0' | 'P5' | 'P9';
  /** The signed-in patient's own NHS number. */
  readonly nhsNumber?: string;
  /** False where it has no accredited system id, without which nothing works. */
  readonly hasAsid?: boolean;
  /** An application-restricted application with leave to update. */
  readonly mayUpdate?: boolean;
}

/** A user is away at a provider, on behalf of an application that asked the platform. */
export interface PendingLogin {
  readonly application: string;
  readonly redirectUri: string;
  /** What the application sent, and gets back. */
  readonly state: string;
  readonly challenge?: string;
  readonly expires: number;
}

/** Who sends a request, as far as what it carries shows. */
import type { Application } from './access.ts';

/**
 * What somebody may do to the sandbox itself: `manage` the workspace that is asked, `organise` an event and its workspaces, `operate`
 * the deployment. Whoever may do none of these may still use its mock APIs.
 */
export type SandboxScope = 'manage' | 'organise' | 'operate';

export interface Caller {
  readonly scopes: ReadonlySet<SandboxScope>;
  /** The event whose code was shown. */
  readonly event?: string;
  /** Absent where no token was asked for: then nobody is refused for what they are. */
  readonly application?: Application;
}

export const anyone: Caller = { scopes: new Set() };
/** Whoever sits at the machine that the sandbox runs on. */
export const owner: Caller = { scopes: new Set(['manage', 'organise', 'operate']) };

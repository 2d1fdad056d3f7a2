/** What a deployment of the edge runtime binds: its objects, its secrets, and what else may be set. */
import type { DurableObjectNamespace, RateLimit } from 'cloudflare:workers';
import { shortestOperatorKey } from '../../workspaces/keys/keys.ts';
import type { EdgeSettings } from './edge-settings.ts';
import type { RegistryObject } from './registry/registry-object.ts';
import type { WorkspaceObject } from './workspace-object.ts';

export interface Bindings extends EdgeSettings {
  readonly WORKSPACES: DurableObjectNamespace<WorkspaceObject>;
  readonly REGISTRIES: DurableObjectNamespace<RegistryObject>;
  /** Seals workspace ids, so that a made-up one is refused without a look-up. Changing it closes every workspace. */
  readonly WORKSPACE_SECRET?: string | null;
  /** The key of whoever operates the deployment, of at least 24 characters; without one, nobody does. */
  readonly OPERATOR_KEY?: string | null;
  /** Brakes the making of workspaces across all processes of a place, beside the brake that each has of its own. */
  readonly MINTING?: RateLimit;
}

export function operatorKeyIn({ OPERATOR_KEY: key }: Pick<Bindings, 'OPERATOR_KEY'>): string | undefined {
  return key && key.length >= shortestOperatorKey ? key : undefined;
}

/**
 * Which registry lists a workspace: no single object sees every one that is made. Those of events are listed beside their events, where they
 * can be counted exactly; others wherever chance has it. A workspace remembers its own, so that their number may grow.
 */

/** Events, the workspaces of events, and who may make workspaces. */
export const deployment = 'deployment';

/** Sixteen, so that a list of all of them stays within what one request may ask of objects on either plan of Cloudflare's. */
const shards = Array.from({ length: 16 }, (_, i) => `shard-${i.toString(16)}`);

export const registries: readonly string[] = [deployment, ...shards];

export function registryFor(event: string | undefined): string {
  if (event !== undefined) return deployment;
  const [chance = 0] = crypto.getRandomValues(new Uint8Array(1));
  return shards[chance % shards.length] ?? deployment;
}

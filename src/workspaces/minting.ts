/** What a new workspace is: its id, its key, and everything that is remembered of it. */
import type { EventFacts, Minted } from './workspaces.ts';
import type { WorkspaceFacts } from './facts.ts';
import { mintWorkspaceId, randomSecret } from './keys/ids.ts';
import { mintKey } from './keys/keys.ts';
import { defaultHours, hour, longestHours } from './limits.ts';
import type { Wishes } from './wishes.ts';

interface Making {
  /** What seals ids. */
  readonly secret: string;
  readonly now: number;
  /** No workspace outlives its event. */
  readonly event?: EventFacts | undefined;
}

export function mintedBy(wishes: Omit<Wishes, 'settings' | 'contracts'>, making: Making): readonly Minted[] {
  return Array.from({ length: wishes.count }, (_, i) => {
    const { seed, population, clock, repeatable } = wishes;
    // Of a hackathon of three days nobody's workspace should end on the second.
    const hours = wishes.hours ?? (making.event ? longestHours : defaultHours);
    const name = nameOf(wishes, i + 1);
    return mintOne(making, hours * hour, {
      ...(name !== undefined && { name }),
      secret: repeatable ? `seed ${seed}` : randomSecret(),
      seed,
      ...(population !== undefined && { population }),
      clock,
    });
  });
}

/** Of the same world as another. */
export function mintOne(
  { secret, now, event }: Making,
  lives: number,
  more: Pick<WorkspaceFacts, 'name' | 'secret' | 'seed' | 'population' | 'clock'>,
): Minted {
  const id = mintWorkspaceId(secret);
  const { key, hash } = mintKey(id);
  return {
    facts: {
      id,
      ...more,
      keys: [{ hash }],
      made: now,
      expires: Math.min(now + lives, event?.expires ?? Infinity),
      ...(event && { event: event.id }),
      ...(event?.announcement !== undefined && { announcement: event.announcement }),
    },
    managementKey: key,
  };
}

/** One by its name; several by what their names begin with and a number, all as long as the last one's: `team-07`. */
function nameOf({ count, name, prefix, names }: Pick<Wishes, 'count' | 'name' | 'prefix' | 'names'>, number: number): string | undefined {
  if (names) return names[number - 1];
  const stem = prefix ?? name;
  if (count === 1 || stem === undefined) return name ?? prefix;
  return `${stem}-${String(number).padStart(Math.max(2, String(count).length), '0')}`;
}

/** Workspaces that come to be by being named, on a server of one's own: parallel runs of a test take one each by changing a base URL. */
import { mayBeShown } from '../../gateway/request/withheld.ts';
import type { Problem } from '../../mock/problem.ts';
import { endWorkspace } from './end.ts';
import type { WorkspaceFacts } from '../facts.ts';
import type { LocalPremises } from './local-workspaces.ts';
import { hour, namedHours } from '../limits.ts';

export const nameShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const lives = namedHours * hour;
/** Its life is written down anew where so much of it is gone: using it costs a write now and then, not each time. */
const renewedEvery = 300_000;

export function namedWorkspace(name: string, premises: LocalPremises): WorkspaceFacts | Problem {
  const { byDefault, now, read, write, namedAtMost } = premises;
  if (name === byDefault.facts.id) return byDefault.facts;
  const at = now();
  const known = read().workspaces.find(name);
  const left = (known?.expires ?? 0) - at;
  if (known?.isOpen && left > lives - renewedEvery) return known;
  if (known?.isOpen && left > 0) return write().workspaces.change(name, { expires: at + lives }) ?? known;
  if (!mayBeShown(name)) return unspeakable;
  if (known) endWorkspace(name, premises);
  if (read().workspaces.countNamed() >= namedAtMost) return tooMany(namedAtMost);
  const { seed, population, clock } = byDefault.facts;
  const facts: WorkspaceFacts = {
    id: name,
    keys: [],
    // Whoever says the name may read everything in it, and repeatable ids are worth more than unguessable ones.
    secret: `seed ${seed}`,
    seed,
    ...(population !== undefined && { population }),
    clock,
    made: at,
    expires: at + lives,
    isOpen: true,
  };
  write().add([facts]);
  return facts;
}

const unspeakable: Problem = {
  problem: 'unprocessable',
  message: 'A workspace may not be named by what could be the number of a patient, or a secret.',
};

const tooMany = (most: number): Problem => ({
  problem: 'rate-limited',
  message: `This server holds ${most} named workspaces, and no more can be made. One goes ${namedHours} hours after its last use; end one with DELETE /w/{name}/_sandbox/workspace, or take a name that is there.`,
});

/** Which workspace a word means: its id, or its name among those that the caller may list. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { plainText } from '../../contract/plain-text.ts';
import { Failure } from '../failure.ts';
import { nearest } from '../../contract/nearest.ts';
import type { Remote } from './connection.ts';
import { told } from './told.ts';

export type ListedWorkspace = components['schemas']['ListedWorkspace'];

/** As many as one answer may hold. */
const page = 100;

/** All of them, a page at a time. */
export async function listWorkspaces(remote: Remote, event?: string): Promise<readonly ListedWorkspace[]> {
  const all: ListedWorkspace[] = [];
  for (let after: string | undefined; ;) {
    const query = { limit: page, counters: true, ...(after !== undefined && { after }), ...(event !== undefined && { event }) };
    const { workspaces, next } = await told(remote, remote.api.GET('/workspaces', { params: { query } }));
    all.push(...workspaces);
    if (next === undefined) return all;
    after = next;
  }
}

/** The ids that the words mean, in their order. */
export async function findWorkspaces(remote: Remote, words: readonly string[]): Promise<readonly string[]> {
  // An id needs no list, which the holder of a workspace's key may not have.
  if (words.every((word) => minted.test(word))) return words;
  const listed = await listWorkspaces(remote);
  return words.map((word) => {
    const byId = listed.find(({ id }) => id === word);
    const [meant, ...others] = byId ? [byId] : listed.filter(({ name }) => name === word);
    if (!meant) throw new Failure(missing(word, listed));
    if (others.length > 0)
      throw new Failure(
        `${others.length + 1} workspaces are called ${word}: say which by its id. ${[meant, ...others].map(({ id }) => id).join(', ')}`,
      );
    return meant.id;
  });
}

const minted = /^[0-9a-f]{48}$/;

function missing(word: string, listed: readonly ListedWorkspace[]): string {
  const like = nearest(
    word,
    listed.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name])),
  );
  return `none of the ${listed.length} workspaces here has the id or name ${JSON.stringify(word)}${like === undefined ? '' : `; did you mean ${plainText(like, 100)}?`}`;
}

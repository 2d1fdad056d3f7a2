/** The second way to answer: state for any contract, with no code. One function per interaction. */
import type { Problem, Reply } from '../../mock.ts';
import { create } from './create.ts';
import type { Inferring } from './inferring.ts';
import { list } from './list.ts';
import { patch } from './patch.ts';
import { history, read, readVersion } from './read.ts';
import { remove } from './remove.ts';
import { replace } from './replace.ts';
import type { Interaction } from '../../plan/resource/resource.ts';

const interactions: Readonly<Record<Interaction, (inferring: Inferring) => Reply | Problem | undefined>> = {
  create,
  list,
  read,
  replace,
  patch,
  delete: remove,
  'read-version': readVersion,
  history,
};

export function infer(inferring: Inferring): Reply | Problem | undefined {
  return interactions[inferring.inference.interaction](inferring);
}

/** The second way to answer: state for any contract, with no code. One function per interaction. */
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import type { Interaction } from '../../plan/resource/resource.ts';
import type { Bodies } from './bodies.ts';
import { create } from './create.ts';
import { history } from './history.ts';
import { list } from './list/list.ts';
import { patch } from './patch.ts';
import { read, readVersion } from './read.ts';
import { remove } from './remove.ts';
import { replace } from './replace.ts';

type Interact = (plan: StatePlan, call: Call, bodies: Bodies) => Reply | Problem | undefined;

export const interactions: Readonly<Record<Interaction, Interact>> = {
  create,
  list,
  read,
  replace,
  patch,
  delete: remove,
  'read-version': readVersion,
  history,
};

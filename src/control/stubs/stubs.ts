/** Stubs of a workspace: written, listed with what became of them, and deleted. */
import { SHOWN_FAULTS } from '../../contract/limits.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import { readStub } from '../../gateway/stubs/read-stub.ts';
import type { Stub } from '../../gateway/stubs/stub.ts';
import { stubWarnings } from '../../gateway/stubs/stub-warnings.ts';
import { allStates, forgetStubs, forgetUses, usesOf } from '../../gateway/stubs/stub-state.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Behaviours } from '../behaviours.ts';

type Ids = 'list-stubs' | 'add-stub' | 'read-stub' | 'put-stub' | 'delete-stub' | 'clear-stubs';
type WrittenStub = components['schemas']['WrittenStub'];
type ShownStub = components['schemas']['Stub'];
type AdmittedStub = components['schemas']['AdmittedStub'];

export function stubBehaviours({ apis }: BesideControl): Behaviours<Ids> {
  function admitted(written: WrittenStub, id: string, { rules, store }: Workspace): AdmittedStub | Problem {
    const stub = { ...written, id } as Stub; // the contract has checked it
    const { read, faults } = readStub(stub);
    if (faults.length > 0)
      return {
        problem: 'invalid-value',
        message: faults
          .slice(0, 3)
          .map(({ pointer, message }) => `The stub${pointer === '' ? '' : ` at ${pointer}`} ${message}.`)
          .join(' '),
        faults: faults.slice(0, SHOWN_FAULTS).map((fault) => ({ in: 'body', keyword: 'stub', ...fault })),
      };
    const refused = rules.stubs.put(id, JSON.stringify(stub));
    if (refused) return refused;
    forgetUses(store, id);
    return { ...written, id, used: 0, warnings: [...stubWarnings(stub, read, apis)] };
  }

  return {
    'list-stubs': ({ visit: { workspace } }) => ({
      status: 200,
      body: { stubs: shownIn(workspace), scenarios: allStates(workspace.store) },
    }),
    'add-stub': (call) => {
      const { workspace } = call.visit;
      const id = call.body.id ?? workspace.rules.stubs.newId();
      const made = admitted(call.body, id, workspace);
      return isProblem(made) ? made : { status: 201, headers: { Location: call.url(`/stubs/${id}`) }, body: made };
    },
    'read-stub': ({ path: { id }, visit: { workspace } }) => {
      const known = shownIn(workspace).find((stub) => stub.id === id);
      return known ? { status: 200, body: known } : noStub;
    },
    'put-stub': ({ path: { id }, body, visit: { workspace } }) => {
      const made = admitted(body, id, workspace);
      return isProblem(made) ? made : { status: 200, body: made };
    },
    'delete-stub': ({ path: { id }, visit: { workspace } }) => {
      if (!workspace.rules.stubs.delete(id)) return noStub;
      forgetUses(workspace.store, id);
      return { status: 204 };
    },
    'clear-stubs': ({ visit: { workspace } }) => {
      workspace.rules.stubs.clear();
      forgetStubs(workspace.store);
      return { status: 204 };
    },
  };
}

const shownIn = ({ rules, store }: Workspace): ShownStub[] =>
  (rules.stubs.active ?? []).map(({ id, text }) => ({ ...(JSON.parse(text) as WrittenStub), id, used: usesOf(store, id) })); // as it was admitted

const noStub: Problem = { problem: 'not-found', message: 'This workspace has no stub of this id.' };

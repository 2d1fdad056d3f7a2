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

type Ids = 'list-stubs' | 'add-stub' | 'replace-stubs' | 'read-stub' | 'put-stub' | 'delete-stub' | 'clear-stubs';
type WrittenStub = components['schemas']['WrittenStub'];
type ShownStub = components['schemas']['Stub'];
type AdmittedStub = components['schemas']['AdmittedStub'];

export function stubBehaviours({ served }: BesideControl): Behaviours<Ids> {
  function shown(written: WrittenStub, id: string): AdmittedStub {
    const stub = named(written, id);
    return { ...written, id, used: 0, warnings: [...stubWarnings(stub, readStub(stub).read, served)] };
  }

  function admitted(written: WrittenStub, id: string, { rules, store }: Workspace): AdmittedStub | Problem {
    const stub = named(written, id);
    const refused = refusalOf(stubFaults(stub)) ?? rules.stubs.put(id, JSON.stringify(stub));
    if (refused) return refused;
    forgetUses(store, id);
    return shown(written, id);
  }

  /** In the place of those of their source. */
  function admittedAll(those: readonly WrittenStub[], source: string, workspace: Workspace): AdmittedStub[] | Problem {
    const { rules, store } = workspace;
    const known = shownIn(workspace);
    const gone = known.filter((stub) => stub.source === source).map(({ id }) => id);
    const others = known.map(({ id }) => id).filter((id) => !gone.includes(id));
    const written = withIds(those, others).map((stub) => ({ ...stub, source }));
    const ids = written.map(({ id }) => id);
    const faults = written.flatMap((stub, n) => [
      ...(ids.indexOf(stub.id) < n ? [{ pointer: `/stubs/${n}/id`, message: 'is that of one before it' }] : []),
      ...stubFaults(named(stub, stub.id), `/stubs/${n}`),
    ]);
    const refused =
      refusalOf(faults) ??
      rules.stubs.putAll(
        written.map((stub) => ({ id: stub.id, text: JSON.stringify(stub) })),
        gone,
      );
    if (refused) return refused;
    for (const id of [...gone, ...ids]) forgetUses(store, id);
    return written.map((stub) => shown(stub, stub.id));
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
    'replace-stubs': ({ body: { source, stubs }, visit: { workspace } }) => {
      const made = admittedAll(stubs, source, workspace);
      return isProblem(made) ? made : { status: 200, body: { stubs: made } };
    },
    'read-stub': ({ path: { id }, visit: { workspace } }) => {
      const known = shownIn(workspace).find((stub) => stub.id === id);
      return known ? { status: 200, body: { ...shown(known, id), used: known.used } } : noStub;
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

const named = (written: WrittenStub, id: string): Stub => ({ ...written, id }) as Stub; // the contract has checked it

/** Those that have none are given one that is neither taken nor given to another. */
function withIds(those: readonly WrittenStub[], others: readonly string[]): readonly (WrittenStub & { readonly id: string })[] {
  const taken = new Set([...others, ...those.flatMap(({ id }) => id ?? [])]);
  let number = 0;
  return those.map((stub) => {
    if (stub.id !== undefined) return { ...stub, id: stub.id };
    do number++;
    while (taken.has(String(number)));
    return { ...stub, id: String(number) };
  });
}

interface StubFault {
  readonly pointer: string;
  readonly message: string;
}

const stubFaults = (stub: Stub, place = ''): readonly StubFault[] =>
  readStub(stub).faults.map(({ pointer, message }) => ({ pointer: place + pointer, message }));

function refusalOf(faults: readonly StubFault[]): Problem | undefined {
  if (faults.length === 0) return undefined;
  return {
    problem: 'invalid-value',
    message: faults
      .slice(0, 3)
      .map(({ pointer, message }) => `The stub${pointer === '' ? '' : ` at ${pointer}`} ${message}.`)
      .join(' '),
    faults: faults.slice(0, SHOWN_FAULTS).map((fault) => ({ in: 'body', keyword: 'stub', ...fault })),
  };
}

const shownIn = ({ rules, store }: Workspace): ShownStub[] =>
  (rules.stubs.active ?? []).map(({ id, text }) => ({ ...(JSON.parse(text) as WrittenStub), id, used: usesOf(store, id) })); // as it was admitted

const noStub: Problem = { problem: 'not-found', message: 'This workspace has no stub of this id.' };

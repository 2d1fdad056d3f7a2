/** What a stub changes beside its answer: rows, and states of scenarios; at once, or later by the clock of the workspace. */
import { resourceOf, rowToSet, setRow, type RowToSet } from '../../answer/state/set-row.ts';
import type { Json } from '../../contract/contract.ts';
import type { Call } from '../../mock/call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Api } from '../api.ts';
import type { ReadAnswer, ReadChange } from './read-stub.ts';
import { setState } from './stub-state.ts';
import { render, renderText, type Allowance, type TemplateSource } from './template.ts';

/** What is written down to be done later, by a name that no mock gives to anything of its own. */
export const laterByStub = '~stub';

interface ToDo {
  readonly rows: readonly RowToSet[];
  readonly scenario?: { readonly name: string; readonly becomes: string };
}

interface Changing {
  readonly api: Api;
  readonly call: Call;
  readonly workspace: Workspace;
  readonly source: TemplateSource;
  readonly allowance: Allowance;
}

export function changeState({ store, then }: ReadAnswer, changing: Changing): void {
  const { api, workspace, source } = changing;
  for (const row of rowsOf(store, changing)) setRow(api.plan, workspace.store, row, source.now);
  for (const { after, store: changes, scenario } of then) {
    const due = source.now + after;
    const toDo: ToDo = {
      rows: rowsOf(changes, { ...changing, source: { ...source, now: due } }),
      ...(scenario && { scenario: { name: scenario.name, becomes: scenario.becomes } }),
    };
    workspace.schedule.put({ api: api.contract.slug, do: laterByStub, about: toDo as unknown as Json }, due); // it is JSON throughout
  }
}

/** What `changeState` wrote down, once its time has come. */
export function changeLater(api: Api, workspace: Workspace, about: Json, due: number): void {
  const { rows, scenario } = about as unknown as ToDo; // as it was written down
  for (const row of rows) setRow(api.plan, workspace.store, row, due);
  if (scenario) setState(workspace.store, scenario.name, scenario.becomes);
}

function rowsOf(changes: readonly ReadChange[], { api, call, source, allowance }: Changing): readonly RowToSet[] {
  return changes.flatMap(({ operation: named, id, put }) => {
    const operation = named === undefined ? call.operation : api.contract.operations.find((one) => one.id === named);
    const resource = operation && resourceOf(api.plan, operation);
    const said = id && renderText(id, source, allowance);
    const row =
      resource &&
      said !== '' &&
      rowToSet(resource, call, {
        ...(said !== undefined && { id: said }),
        ...(put && { body: render(put, source, allowance) ?? null }),
      });
    if (row) return [row];
    call.note(
      resource
        ? 'The stub changes a row, and nothing says which: give its id.'
        : 'The stub changes a row, and the operation has no collection of its own.',
    );
    return [];
  });
}

/** `/_sandbox/contracts/<name>/operations`: what an API does, what answers each operation, and a request to each. */
import type { Operation } from '../../contract/contract.ts';
import { cutShort } from '../../contract/limits.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Api } from '../../gateway/api.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { WorkingRequest } from '../../gateway/works/request-to.ts';
import type { AnyFidelity, FidelityNote } from '../../mock/fidelity.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Settings } from '../../workspace/settings.ts';
import { notOpened } from '../admission.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import { accessTo } from './access-to.ts';
import { fidelityNotesOf } from './fidelity-notes.ts';
import { filesOf } from './written-contracts.ts';

interface Asked {
  readonly api: Api;
  readonly operations: readonly Operation[];
  readonly requests: ReadonlyMap<string, WorkingRequest>;
  readonly notes: AnyFidelity | undefined;
  /** Where access was asked for. */
  readonly access: Settings | undefined;
}

const noRequests: Asked['requests'] = new Map();

export function operationLists({ apis, served, workingRequests }: BesideControl): Behaviours<'list-operations'> {
  return {
    'list-operations': elsewhere({
      // To find requests that work, some are tried and taken back again.
      reads: async ({ path: { name }, query, caller, visit }: Ask<'list-operations'>): Promise<Asked | Problem> => {
        // What a workspace brought is its own.
        if (!caller.scopes.has('manage') && visit.workspace.contracts.text(name) !== undefined) return notOpened;
        const api = served.find(({ slug }) => slug === name);
        if (!api) return { problem: 'not-found', message: `No API has this name. ${filesOf(apis.map(({ slug }) => slug))}` };
        const operations = api.contract.operations.filter(({ id }) => query.operation === undefined || id === query.operation);
        if (query.operation !== undefined && operations.length === 0)
          return { problem: 'not-found', message: 'This API has no operation of this id.' };
        const requests = query.requests === true ? await workingRequests.toEach(api, operations, visit) : noRequests;
        return {
          api,
          operations,
          requests,
          access: query.access === true ? visit.workspace.settings : undefined,
          notes: query.fidelity === true ? await fidelityNotesOf(api) : undefined,
        };
      },
      turn: (_, { read: { api, operations, requests, notes, access } }) => ({
        status: 200 as const,
        body: {
          operations: operations.map((operation) =>
            listed(api, operation, {
              request: requests.get(operation.id),
              fidelity: notes?.operations[operation.id],
              access: access && accessTo(api, operation, access),
            }),
          ),
          ...(notes && { fidelity: { compared: notes.compared, everywhere: notes.everywhere } }),
        },
      }),
    }),
  };
}

interface Found {
  readonly request: WorkingRequest | undefined;
  readonly fidelity: readonly FidelityNote[] | undefined;
  readonly access: components['schemas']['OperationAccess'] | undefined;
}

function listed({ mock }: Api, operation: Operation, { request, fidelity, access }: Found): components['schemas']['ListedOperation'] {
  const { id, method, path, fragment, pointer, summary, tags } = operation;
  return {
    id: redactLiveNumbers(id),
    method: method.toUpperCase(),
    path: redactLiveNumbers(fragment === undefined ? path : `${path}#${fragment}`),
    pointer: redactLiveNumbers(pointer),
    ...(summary !== undefined && { summary: cutShort(redactLiveNumbers(summary), longestSummary) }),
    tags: tags.slice(0, 10).map((tag) => cutShort(redactLiveNumbers(tag), longestSummary)),
    answeredBy: mock?.behaviours[id] === undefined ? 'contract' : 'rules',
    ...(request && { request: shownRequest(request) }),
    ...(fidelity && { fidelity }),
    ...(access && { access }),
  };
}

function shownRequest({ request, works, note }: WorkingRequest): NonNullable<components['schemas']['ListedOperation']['request']> {
  const { method, target, headers, body } = request;
  return {
    method,
    target,
    headers: { ...headers },
    ...(body !== undefined && { body }),
    works,
    ...(works && note !== undefined && { note }),
  };
}

const longestSummary = 300;

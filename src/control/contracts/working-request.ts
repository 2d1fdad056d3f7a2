/** `/_sandbox/contracts/<name>/operations/<operation>/request`: a request that works, and what its contract says of each part. */
import type { DocumentedResponse, Operation, Parameter } from '../../contract/contract.ts';
import { cutShort } from '../../contract/limits.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Api } from '../../gateway/api.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import { sentAs, type RequestParts } from '../../gateway/works/request-parts.ts';
import type { WorkingRequest } from '../../gateway/works/request-to.ts';
import type { Problem } from '../../mock/problem.ts';
import { notOpened } from '../admission.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';

interface Found extends WorkingRequest {
  readonly api: Api;
  readonly operation: Operation;
}

export function workingRequestBehaviours({ apis, workingRequests }: BesideControl): Behaviours<'find-working-request'> {
  return {
    'find-working-request': elsewhere({
      reads: async ({ path, query, caller, visit }: Ask<'find-working-request'>): Promise<Found | Problem> => {
        const { contracts, population } = visit.workspace;
        // What a workspace brought is its own.
        if (!caller.scopes.has('manage') && contracts.text(path.name) !== undefined) return notOpened;
        const api = apis.find(({ slug }) => slug === path.name);
        const operation = api?.contract.operations.find(({ id }) => id === path.operation);
        if (!api || !operation) return { problem: 'not-found', message: api ? noOperation : noApi };
        const number = query.person?.replace(/[ -]/g, '');
        const person = number === undefined ? undefined : population.find(number);
        if (number !== undefined && !person) return { problem: 'not-found', message: 'Nobody in this sandbox has this NHS number.' };
        return { api, operation, ...(await workingRequests.to(api, operation, visit, person)) };
      },
      turn: (_, { read }) => ({ status: 200 as const, body: told(read) }),
    }),
  };
}

const noApi = 'No API has this name: /_sandbox/catalogue lists them.';
const noOperation = 'This API has no operation of this id.';

const longestText = 500;
const mostOfAKind = 200;
const short = (text: string): string => cutShort(redactLiveNumbers(text), longestText);

function told({ api, operation, request, works, note }: Found): components['schemas']['WorkingRequest'] {
  const { id, method, path, parameters, body, responses } = operation;
  const shown = toldParts(request);
  // A contract may publish a number of a real patient's kind, which is shown to nobody.
  const isWhole = JSON.stringify(shown) === JSON.stringify(request);
  return {
    data: 'synthetic',
    operation: { id: redactLiveNumbers(id), method: method.toUpperCase(), path: redactLiveNumbers(path) },
    base: redactLiveNumbers(api.mounts[0] ?? ''),
    request: shown,
    works: works && isWhole,
    ...(note !== undefined && { note }),
    parameters: parameters.slice(0, mostOfAKind).map((parameter) => toldParameter(api, parameter)),
    bodyTypes: (body?.content ?? []).map(({ type }) => type),
    answers: [...responses.values()].map(toldAnswer),
  };
}

export function toldParts({ method, target, headers, body, values }: RequestParts): components['schemas']['RequestParts'] {
  return {
    method,
    target: redactLiveNumbers(target),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redactLiveNumbers(value)])),
    ...(body !== undefined && { body: redactLiveNumbers(body) }),
    values: values.map((value) => ({ in: value.in, name: value.name, text: redactLiveNumbers(value.text) })),
  };
}

function toldParameter({ plan: { meaning } }: Api, parameter: Parameter): components['schemas']['WorkingRequest']['parameters'][number] {
  const read = parameter.schema && meaning.read(parameter.schema);
  const { type, format, pattern } = read?.schema ?? {};
  const choices = read?.schema.enum ?? (read?.items && meaning.read(read.items).schema.enum);
  return {
    in: parameter.in,
    name: redactLiveNumbers(parameter.name),
    required: parameter.required || parameter.in === 'path',
    sentAs: sentAs(meaning, parameter),
    ...(type !== undefined && { type: typeof type === 'string' ? type : type.join(' or ') }),
    ...(format !== undefined && { format: short(format) }),
    ...(choices && { enum: choices.slice(0, mostOfAKind).map((value) => short(String(value))) }),
    ...(pattern !== undefined && { pattern: short(pattern) }),
    ...(parameter.description !== undefined && { description: short(parameter.description) }),
  };
}

function toldAnswer({ key, description, content }: DocumentedResponse): components['schemas']['WorkingRequest']['answers'][number] {
  const names = content.flatMap(({ examples }) => examples.map(({ name }) => name));
  return { status: key, description: short(description), examples: [...new Set(names)].slice(0, mostOfAKind).map(short) };
}

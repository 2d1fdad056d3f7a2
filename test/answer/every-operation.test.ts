/** Every operation of every contract at hand: a valid request succeeds as documented, and one corrupted leaf is refused by its name. */
import { describe, expect, test } from 'vitest';
import type { SampleRequest } from '../../src/answer/sample/sample-request.ts';
import type { Contract, Json, Operation, SchemaAt } from '../../src/contract/contract.ts';
import type { Fault } from '../../src/mock/problem.ts';
import { type Corruption, corruptions } from './corrupt.ts';
import { askedFor, everyContract, isOwn, rendered, responseFor, send, shapeFaults, validRequest, type Asked } from './every-contract.ts';
import { neverSucceeds } from '../control/own-contract.ts';
import { lostMembers } from './comes-back.ts';
import { foreignMembers } from './foreign-members.ts';

const now = Date.UTC(2026, 0, 1);
const ids = { 'x-request-id': '60e0b220-8136-4ca5-ae46-1d97ef59d068', 'x-correlation-id': '11c46f5f-cdef-4865-94b2-0ce0edcc26da' };

const sampleOf = (contract: Contract, operation: Operation, extent: 'required' | 'full'): SampleRequest =>
  validRequest(contract, operation, { key: 'every operation', now, extent });

/** A rule that refuses what its contract allows cannot be told from a mistake, but by an example. */
const whatToDo =
  ' (Refused by a rule of its own? Give the contract an example that the rule accepts: requests are made of them; or a query in test/mocks/<api>/valid-queries.ts.)';

/** An id that an API documents in its answers and takes in no request is its own. */
function issues({ operations }: Contract, header: string): boolean {
  const isIt = ({ name }: { readonly name: string }): boolean => name.toLowerCase() === header;
  const isTold = operations.some(({ responses }) => [...responses.values()].some(({ headers }) => headers.some(isIt)));
  return isTold && !operations.some(({ parameters }) => parameters.some((one) => one.in === 'header' && isIt(one)));
}

/** What they take is what another operation has just told: a slot that is free, an appointment as it was read. */
const following = new Set(['gp-connect-appointments book-appointment', 'gp-connect-appointments cancel-appointment']);

/** Its schema wants of one member what it forbids of it. */
const contradictory = new Set(['summary-care-record.json POST /AuditEvent']);

/** The id in the path of one item's read; undefined for other operations. */
function idIn({ method, path }: Operation, sample: SampleRequest): string | undefined {
  const [, name] = /\/\{([^{}/]+)\}$/.exec(path) ?? [];
  return method === 'get' && name !== undefined ? String(sample.path[name]) : undefined;
}

/** An answer that has an id of its own has the one that was asked for. */
async function shows(response: Response, asked: string): Promise<boolean> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return true;
  const body: { id?: unknown; data?: { id?: unknown } } = await response.json();
  const own = body.id ?? body.data?.id;
  return own === undefined || String(own) === asked || JSON.stringify(body).includes(JSON.stringify(asked));
}

interface Answered {
  readonly status: number;
  readonly body: Json;
  /** The documented schema of what came. */
  readonly at: SchemaAt | undefined;
}

/** A success in JSON; undefined for any other answer. */
async function jsonAnswer(operation: Operation, response: Response): Promise<Answered | undefined> {
  const type = response.headers.get('content-type') ?? '';
  if (response.status >= 300 || !/[/+]json\b/.test(type)) return undefined;
  const text = await response.text();
  const media = responseFor(operation, response.status)?.content.find((one) => one.type.split(';')[0] === type.split(';')[0]);
  return text === '' ? undefined : { status: response.status, body: JSON.parse(text) as Json, at: media?.schema };
}

/** How an operation may document the refusal of a bad value; one that documents none of these leaves the shape to its API. */
const refusals = ['400', '422', '4XX', 'default'];

/** The trace names the leaf by its pointer, or the answer itself names it in the API's own words. */
async function names(
  sandbox: Asked,
  response: Response,
  { place, leaf }: Pick<Corruption, 'place' | 'leaf'>,
  text: string,
): Promise<boolean> {
  const { problem } = await (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).json();
  const faults: readonly Fault[] = problem?.faults ?? [];
  const named = faults.some((fault) =>
    place === 'body' ? fault.in === 'body' && fault.pointer === leaf : fault.in === place && fault.name === leaf,
  );
  return named || text.includes(leaf.split('/').slice(-2).join('/'));
}

/** Where the contract's own examples break a keyword, so may a request. */
async function isRelaxed(sandbox: Asked, response: Response): Promise<boolean> {
  const { notes = [] } = await (await sandbox.request(response.headers.get('x-sandbox-trace') ?? '')).json();
  return (notes as readonly string[]).some((note) => note.includes('was not enforced, because'));
}

describe.each(everyContract)('$name', { timeout: 60_000 }, ({ name, read }) => {
  test('answers a valid request of every operation with a documented success that fits its contract', async () => {
    const served = read();
    const sandbox = askedFor(served);
    const wrong: string[] = [];
    for (const operation of served.contract.operations) {
      const place = `${operation.method.toUpperCase()} ${operation.path}`;
      if (following.has(`${served.contract.slug} ${operation.id}`)) continue;
      if (contradictory.has(`${name} ${place}`) || (isOwn(served.contract) && neverSucceeds.has(operation.id))) continue;
      for (const extent of ['required', 'full'] as const) {
        sandbox.reset();
        const sample = sampleOf(served.contract, operation, extent);
        const request = rendered(operation, sample);
        const response = await send(sandbox, served.contract, { ...request, headers: { ...request.headers, ...ids } }, operation);
        const said = (line: string): void => void wrong.push(`${operation.id} ${place} (${extent}): ${line}`);
        if (response.status >= 400)
          said(`${response.status} ${(await response.clone().text()).slice(0, 300)}${name.startsWith('our ') ? whatToDo : ''}`);
        else for (const fault of await shapeFaults(served.contract, operation, response.clone())) said(fault);
        const asked = idIn(operation, sample);
        if (asked !== undefined && response.status === 200 && !(await shows(response.clone(), asked)))
          said('carries another id than the one asked for');
        const answer = await jsonAnswer(operation, response.clone());
        for (const fault of answer ? foreignMembers(served.contract, answer.at, answer.body, sample.body?.value) : []) said(fault);
        if (answer?.at && answer.status === 201)
          for (const fault of lostMembers(served.contract, operation, sample.body?.value, answer.at, answer.body)) said(fault);
        for (const [header, id] of Object.entries(ids))
          if (response.headers.get(header) !== id && !issues(served.contract, header)) said(`${header} is not given back`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('refuses one corrupted leaf in every place of every operation, with a documented status, and names that leaf', async () => {
    const served = read();
    const sandbox = askedFor(served);
    const wrong: string[] = [];
    for (const operation of served.contract.operations) {
      const sample = sampleOf(served.contract, operation, 'full');
      for (const { place, leaf, sample: corrupted } of corruptions(served.contract, operation, sample)) {
        sandbox.reset();
        const response = await send(sandbox, served.contract, rendered(operation, corrupted), operation);
        const said = (line: string): void => void wrong.push(`${operation.id} ${place} ${leaf}: ${line}`);
        const text = await response.clone().text();
        if (response.status < 400 && (await isRelaxed(sandbox, response))) continue;
        if (response.status < 400 || response.status >= 500) said(`was answered ${response.status}`);
        else if (isOwn(served.contract) || refusals.some((key) => operation.responses.has(key)))
          for (const fault of await shapeFaults(served.contract, operation, response)) said(fault);
        if (!(await names(sandbox, response, { place, leaf }, text))) said(`is not named: ${text.slice(0, 300)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

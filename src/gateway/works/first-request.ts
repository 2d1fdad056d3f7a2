/** A request that works, to show to whoever has just got a sandbox or a workspace. */
import type { Operation, Parameter } from '../../contract/contract.ts';
import { isOverBudget } from '../../contract/work.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { anyone } from '../../mock/caller.ts';
import { createMemoryStore } from '../../workspace/store/memory-store.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import type { Api } from '../api.ts';
import { decodeUrl } from '../request/path.ts';
import { tryOutIn, type Prepare } from './try-out.ts';

/** Asks a mock API for something that is there. */
export interface FirstRequest {
  /** Below the address of a workspace. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Undefined where nothing that was tried works. */
export type AskFirst = (like: Pick<Workspace, 'seed' | 'clock' | 'population' | 'settings'>) => Promise<FirstRequest | undefined>;

/** APIs that are looked at, and requests to each that are tried out. */
const apisAtMost = 3;
const attempts = 8;

interface Tried {
  readonly apis: readonly Api[];
  readonly prepare: Prepare;
}

/** Tried out in a new workspace of the same world, so that nobody's changes or journal have a part in it. */
export async function findFirstRequest(tried: Tried, { seed, clock, population, settings }: Parameters<AskFirst>[0]): ReturnType<AskFirst> {
  const like = { id: 'first-request', secret: '', seed, clock, population };
  // What works where unknown ids are refused works under every setting.
  for (const unknownIds of ['refuse', settings.unknownIds] as const) {
    const found = await findIn(openWorkspace({ ...like, settings: { ...settings, unknownIds }, store: createMemoryStore() }), tried);
    if (found) return found;
  }
  return undefined;
}

async function findIn(workspace: Workspace, { apis, prepare }: Tried): Promise<FirstRequest | undefined> {
  // A patient's record shows most, and rules of its own more than a contract alone.
  const telling = apis.toSorted((a, b) => Number(readsPatients(b)) - Number(readsPatients(a)) || rulesOf(b) - rulesOf(a));
  for (const { contract, mounts } of telling.slice(0, apisAtMost)) {
    const mount = mounts[0] ?? '';
    const tryOut = tryOutIn({ workspace, prefix: '', caller: anyone }, `http://localhost${mount}`, prepare);
    const candidates = contract.operations.flatMap((operation) => candidateOf(operation) ?? []).filter(mayBeHandedOut);
    // An item read by its id says most; the fewer parameters, the easier to read.
    candidates.sort((a, b) => Number(b.readsItem) - Number(a.readsItem) || a.parameters - b.parameters);
    for (const { target, headers } of candidates.slice(0, attempts)) {
      const { status } = await tryOut({ method: 'GET', target, headers }).catch((error: unknown) => {
        if (isOverBudget(error)) return { status: 500 };
        throw error;
      });
      if (status === 200) return { target: mount + target, headers };
    }
  }
  return undefined;
}

/** As FHIR has it. */
const readsPatients = ({ contract }: Api): boolean =>
  contract.operations.some(({ method, path }) => method === 'get' && /^\/Patient\/\{[^}]+\}$/.test(path));

const rulesOf = ({ mock }: Api): number => Object.keys(mock?.behaviours ?? {}).length;

/** `base` is the origin and the prefix of a workspace. */
export function firstLine(base: string, { target, headers }: FirstRequest): string {
  return [`curl ${quote(base + target)}`, ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)].join(' ');
}

const quote = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

interface Candidate extends FirstRequest {
  readonly readsItem: boolean;
  readonly parameters: number;
}

/** A contract may publish a number of a real patient's kind, which is shown to nobody. */
function mayBeHandedOut({ target, headers }: FirstRequest): boolean {
  const text = [decodeUrl(target) ?? target, ...Object.values(headers)].join('\n');
  return redactLiveNumbers(text) === text;
}

/** A GET with the example of every required parameter; undefined where one has none. */
function candidateOf(operation: Operation): Candidate | undefined {
  if (operation.method !== 'get' || operation.fragment !== undefined) return undefined;
  const required = operation.parameters.filter((parameter) => parameter.required || parameter.in === 'path');
  const values = new Map(required.map((parameter) => [parameter, exampleOf(parameter)]));
  if ([...values.values()].includes(undefined)) return undefined;
  const valuesIn = (place: Parameter['in']) =>
    [...values].filter(([parameter]) => parameter.in === place).map(([{ name }, value]) => [name, value ?? ''] as const);
  let path = operation.path;
  for (const [name, value] of valuesIn('path')) path = path.replace(`{${name}}`, () => encodeURIComponent(value));
  const query = new URLSearchParams(valuesIn('query').map(([name, value]) => [name, value])).toString();
  return {
    target: `${path}${query && `?${query}`}`,
    headers: Object.fromEntries(valuesIn('header')),
    readsItem: path !== operation.path,
    parameters: required.length,
  };
}

function exampleOf({ examples, schema }: Parameter): string | undefined {
  const own =
    schema && typeof schema.schema === 'object'
      ? (schema.schema.example ?? schema.schema.examples?.[0] ?? schema.schema.default ?? schema.schema.enum?.[0])
      : undefined;
  const value = examples[0]?.value ?? own;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

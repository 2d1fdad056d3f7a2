/** Takes in lines of data of one's own, beside what is there: all of them, or nothing. */
import type { BesideControl } from '../../gateway/gateway.ts';
import type { AnsweredWithin } from '../../gateway/works/ask-within.ts';
import type { Visit } from '../../gateway/visit.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import { readSeedLine, seedLinesIn, type SeedRequest } from '../../workspace/seed-lines.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** Lines of one request, since nobody else has a turn while they are taken in. */
export const seedLinesAtMost = 2_000;

export interface ReadSeed {
  readonly people: readonly Numbered<unknown>[];
  readonly requests: readonly Numbered<() => AnsweredWithin>[];
}

interface Numbered<T> {
  readonly line: number;
  readonly what: T;
}

/** Everything that awaits; `first` is the number of the first line. */
export async function readSeed(text: string, first: number, visit: Visit, beside: BesideControl): Promise<ReadSeed | Problem> {
  const people: Numbered<unknown>[] = [];
  const requests: Numbered<() => AnsweredWithin>[] = [];
  const lines = seedLinesIn(text, first);
  if (lines.length > seedLinesAtMost)
    return wrong([
      `There are ${lines.length} lines, and ${seedLinesAtMost} are taken at a time: send them in parts, each with the number of its first line in firstLine.`,
    ]);
  const faults: string[] = [];
  for (const { number, text: said } of lines) {
    const read = readSeedLine(said);
    if (typeof read === 'string') faults.push(`Line ${number}: ${read}`);
    else if ('person' in read) people.push({ line: number, what: read.person });
    else {
      const asked = await prepared(read, `${number} ${said}`, visit, beside);
      if (typeof asked === 'string') faults.push(`Line ${number}: ${asked}`);
      else requests.push({ line: number, what: asked });
    }
    if (faults.length >= 20) break;
  }
  return faults.length > 0 ? wrong(faults) : { people, requests };
}

/** What answers it when its turn comes, or why nothing can. */
async function prepared(
  { api: slug, operation: id, path = {}, query = {}, headers = {}, body }: SeedRequest,
  key: string,
  visit: Visit,
  { apis, askWithin }: BesideControl,
): Promise<(() => AnsweredWithin) | string> {
  const api = apis.find((one) => one.slug === slug);
  if (!api) return `no API of this name is served here; GET /_sandbox/catalogue lists those that are.`;
  const operation = api.contract.operations.find((one) => one.id === id);
  if (!operation) return `this API has no operation of this id; GET /_sandbox/contracts/${api.contract.slug}/operations lists them.`;
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  const asked = await askWithin({ api, operation, path, query, headers, body: text, key }, visit);
  return asked ?? 'this operation has to wait for something, or its path lacks a value, so it cannot be asked by a line.';
}

/** People first, so that a line may be about somebody of a later one. Only within a transaction, which a problem undoes. */
export function takeSeed(
  { people, requests }: ReadSeed,
  workspace: Workspace,
): { readonly rows: number; readonly notes: string[] } | Problem {
  const added = people.length > 0 ? workspace.people.add(people.map(({ what }) => what)) : [];
  if (isProblem(added))
    return wrong(
      (added.faults ?? []).map(
        ({ pointer, message }) => `Line ${lineOf(pointer, people)}: the person at ${within(pointer, people)} ${message}`,
      ),
      added,
    );
  for (const { line, what } of requests) {
    const { status, message } = what();
    if (status >= 400) return wrong([`Line ${line}: it is answered with ${status}${message === undefined ? '.' : `: ${message}`}`]);
  }
  return { rows: people.length + requests.length, notes: [] };
}

/** Of several people a pointer begins with which one it is. */
const lineOf = (pointer: string, people: ReadSeed['people']): number =>
  people[people.length === 1 ? 0 : Number(/^\/(\d+)/.exec(pointer)?.[1] ?? 0)]?.line ?? 0;

const within = (pointer: string, people: ReadSeed['people']): string =>
  (people.length === 1 ? pointer : pointer.replace(/^\/\d+/, '')) || '/';

const wrong = (sentences: readonly string[], like: Problem = { problem: 'invalid-value', message: '' }): Problem => ({
  problem: like.problem,
  message: sentences.length > 0 ? `${sentences.slice(0, 20).join(' ')} Nothing was taken in.` : like.message,
  faults: sentences.slice(0, 20).map((message) => ({ in: 'body', pointer: '', keyword: 'line', message })),
});

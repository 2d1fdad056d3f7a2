/** Requests that somebody brings as data: prepared first, then answered one after the other within the transaction of whoever brings them. */
import type { Operation } from '../../contract/contract.ts';
import { uuid, uuidBy } from '../../contract/uuid.ts';
import { chance } from '../../workspace/keyed-hash.ts';
import type { Api } from '../api.ts';
import { openIncoming, readUrl } from '../request/incoming.ts';
import { understandBytes } from '../request/read-body.ts';
import type { Visit } from '../visit.ts';
import { wired } from './draft.ts';
import { modelOf } from './find-request.ts';
import { asideFrom, type Prepare } from './try-out.ts';

export interface BroughtRequest {
  readonly api: Api;
  readonly operation: Operation;
  /** By the names of the parameters. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** In the place of those that the contract shows. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text. */
  readonly body: string | undefined;
  /** What tells this request from all others: ids that a header wants are made by it. */
  readonly key: string;
}

/** What was answered; a message where it was a refusal. */
export interface AnsweredWithin {
  readonly status: number;
  readonly message: string | undefined;
}

/** Undefined where the operation has to wait for something, or is not there. */
export type AskWithin = (asked: BroughtRequest, visit: Visit) => Promise<(() => AnsweredWithin) | undefined>;

export function askWithin(prepare: Prepare): AskWithin {
  return async ({ api, operation, path, query, headers, body, key }, visit) => {
    const { workspace, prefix } = visit;
    const values = { plan: api.plan, population: workspace.population, now: workspace.clock.now() };
    const { 'content-type': type, ...shown } = modelOf(values, operation).headers;
    const sent = {
      ...withOwnIds(shown, (n) => chance(workspace.seed, `${key} ${n}`)),
      ...(body !== undefined && { 'content-type': type ?? 'application/json' }),
      ...lowerCase(headers),
    };
    const request = wired({
      operation,
      path,
      query: Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
      headers: sent,
      ...(body !== undefined && { body }),
    });
    const url = `http://localhost${prefix}${api.mounts[0] ?? ''}${request.target}`;
    const asked = new Request(url, { ...request });
    const incoming = openIncoming(asked, { ...visit, workspace: asideFrom(workspace) }, { url: readUrl(url, prefix), isOwn: false });
    const read =
      request.body === undefined ? undefined : understandBytes(new TextEncoder().encode(request.body), sent['content-type'] ?? '');
    if (read && 'problem' in read) return () => ({ status: 400, message: read.message });
    if (read) incoming.body = read;
    const answer = await prepare(incoming);
    return (
      answer &&
      (() => {
        const { status } = answer(Infinity).response;
        return { status, message: status < 400 ? undefined : incoming.record.message };
      })
    );
  };
}

/** Two requests of one id are one and the same to many APIs. */
function withOwnIds(headers: Readonly<Record<string, string>>, draw: (n: number) => number): Record<string, string> {
  const own = uuidBy(draw);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, uuid.test(value) ? own : value]));
}

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** The lines of an explanation that show a request which works: the one that was sent, with as little changed as makes it work. */
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { Visit } from '../visit.ts';
import { isOverBudget } from '../../contract/work.ts';
import type { Match, Target } from '../api.ts';
import { decodePath } from '../request/path.ts';
import type { RouteIndex } from '../request/route-index.ts';
import { withCredentials } from './asked-credentials.ts';
import { curlLine, powerShellLine } from './command-lines.ts';
import { wired } from './draft.ts';
import { findRequestOrMaker, modelOf } from './find-request.ts';
import { partsOf, type RequestParts } from './request-parts.ts';
import type { KeptRequests } from './kept-requests.ts';
import { sentWith } from './sent-request.ts';
import { tryOutIn, type Prepare } from './try-out.ts';
import { whatChanged, type MendedPart } from './what-changed.ts';

export interface Lines {
  /** What the request is refused for next, once it is put right what it was refused for. */
  readonly next?: readonly string[];
  readonly works?: string;
  readonly worksInPowerShell?: string;
  /** What of it is otherwise than it was sent, where it is a request of the operation that was asked for. */
  readonly worksChanges?: readonly MendedPart[];
  /** What the request does, where it is not the one that was asked for. */
  readonly worksNote?: string;
  /** The same in parts, where it is a request of the operation that was asked for. */
  readonly worksInParts?: RequestParts;
}

export type WorkingLines = (exchange: Exchange, visit: Visit, origin: string) => Promise<Lines>;

interface WorkingLinesOptions {
  readonly index: RouteIndex;
  readonly prepare: Prepare;
  readonly kept: KeptRequests;
}

export function workingLines({ index, prepare, kept }: WorkingLinesOptions): WorkingLines {
  return async (exchange, visit, origin) => {
    const [pathname = '', ...query] = exchange.url.split('?');
    const matches = index.find(decodePath(pathname) ?? []);
    const match = matches.find(({ target }) => target.operation.id === exchange.operation && target.api.contract.slug === exchange.api);
    if (!match) return {};
    try {
      return await linesFor(exchange, visit, {
        match,
        base: origin + visit.prefix + mountOf(match.target, pathname),
        query: query.join('?'),
      });
    } catch (error) {
      // What is beyond the limits has no request that works.
      if (isOverBudget(error)) return {};
      throw error;
    }
  };

  async function linesFor(
    exchange: Exchange,
    visit: Visit,
    { match, base, query }: { readonly match: Match; readonly base: string; readonly query: string },
  ): Promise<Lines> {
    const { target, path } = match;
    const { workspace } = visit;
    const values = { plan: target.api.plan, population: workspace.population, now: workspace.clock.now() };
    const sent = { path, query: query.split('&').filter(isKnown), ...sentWith(exchange, target.operation, kept) };
    const { best, note, next } = await findRequestOrMaker({
      plan: target.plan,
      values,
      model: modelOf(values, target.operation),
      store: workspace.store,
      sent,
      tryOut: tryOutIn(visit, base, prepare),
    });
    const draft = best?.works ? best.draft : undefined;
    const request = draft && withCredentials(wired(draft), { api: target.api, match }, workspace.settings);
    const later = exchange.message === undefined ? [] : next.filter((message) => message !== exchange.message);
    return {
      ...(later.length > 0 && { next: later }),
      ...(request && { works: curlLine(base, request), worksInPowerShell: powerShellLine(base, request) }),
      ...(request && note !== undefined && { worksNote: note }),
      ...(draft?.operation === target.operation && { worksChanges: whatChanged(sent, draft) }),
      ...(draft?.operation === target.operation && { worksInParts: partsOf(draft, target.api.plan.meaning, mountOf(target, '')) }),
    };
  }
}

/** The base under which it was asked for. */
const mountOf = ({ api }: Target, pathname: string): string =>
  api.mounts.find((mount) => mount !== '' && pathname.startsWith(`${mount}/`)) ?? api.mounts[0] ?? '';

/** What was withheld of a URL is no value. */
const isKnown = (pair: string): boolean => pair !== '' && !/withheld/.test(pair);

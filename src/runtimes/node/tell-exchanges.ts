/** Tells of each exchange as it ends, for a log: what was asked, what came of it, and how long that took. Never a body, a header or a secret. */
import { controlPath } from '../../gateway/places.ts';
import { withheldUrl } from '../../gateway/request/withheld.ts';
import { readUrl } from '../../gateway/request/incoming.ts';
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { Journal } from '../../workspace/journal/journal.ts';
import type { Visit } from '../../gateway/visit.ts';

export interface ToldExchange {
  readonly time: string;
  readonly method: string;
  /** Path and query; credentials and what could be a real patient's number are withheld. */
  readonly url: string;
  readonly status: number;
  /** Which step answered, as a trace has it; `sandbox` for its own API, `refused` for what never reached an API. */
  readonly by: string;
  readonly api?: string;
  readonly operation?: string;
  readonly milliseconds: number;
  readonly trace?: string;
}

/** What the sandbox's own API is called in a record. */
const ownSlug = 'sandbox-control';

type Serve = (request: Request, visit: Visit) => Response | Promise<Response>;

export type Tell = (exchange: ToldExchange) => void;

export function tellOf(tell: Tell, serve: Serve): Serve {
  return async (request, visit) => {
    if (visit.isUnseen) return serve(request, visit);
    const began = performance.now();
    const { workspace, prefix } = visit;
    let record: Exchange | undefined;
    const told = (journal: Journal): Journal => ({
      ...journal,
      add(exchange, atHand) {
        record = exchange;
        journal.add(exchange, atHand);
      },
    });
    const listened = { ...workspace, journal: told(workspace.journal), controlJournal: told(workspace.controlJournal) };
    const response = await serve(request, { ...visit, workspace: listened });
    const { origin, pathname, search } = readUrl(request.url, '');
    tell({
      time: new Date().toISOString(),
      method: request.method,
      url: record?.url ?? withheldUrl(pathname, search),
      status: response.status,
      by: record && record.api !== ownSlug ? (record.answeredBy ?? 'problem') : 'sandbox',
      ...(record?.api !== undefined && { api: record.api }),
      ...(record?.operation !== undefined && { operation: record.operation }),
      milliseconds: Math.round((performance.now() - began) * 10) / 10,
      // Not read off the response: one whose headers were looked at goes out with others' spelling and order, and slower.
      ...(record && { trace: `${origin}${prefix}${controlPath}/trace/${record.id}` }),
    });
    return response;
  };
}

/** For what was refused before there was a request to hand on. */
export function tellRefused(
  tell: Tell,
  { method = '', url = '' }: { readonly method?: string | undefined; readonly url?: string | undefined },
  status: number,
): void {
  const { pathname, search } = readUrl(url.startsWith('/') ? `http://localhost${url}` : url, '');
  tell({ time: new Date().toISOString(), method, url: withheldUrl(pathname, search), status, by: 'refused', milliseconds: 0 });
}

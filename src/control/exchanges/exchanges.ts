/** What was asked, and why it was answered so: lists, single exchanges, and links that lead nowhere here. */
import { notesOf, notesOfOne } from '../../conformance/notes.ts';
import type { Contract } from '../../contract/contract.ts';
import { lazily } from '../../contract/lazily.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { Lines } from '../../gateway/works/working-lines.ts';
import { quotable } from '../../gateway/request/withheld.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { Journal } from '../../workspace/journal/journal.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import { toldParts } from '../contracts/working-request.ts';
import { explain, type ExplainedExchange } from './explain.ts';
import { archiveOf } from './har.ts';
import { streamBehaviours } from './streams.ts';
import { wasRefused, listedAtOnce, wantedExchanges } from './wanted.ts';

type Ids =
  | 'list-exchanges'
  | 'stream-exchanges'
  | 'export-har'
  | 'explain-exchange'
  | 'explain-link'
  | 'explain-redirect'
  | 'explain-redirect-of-post';

export function exchangeBehaviours({ apis, served, workingRequests }: BesideControl, own: Contract): Behaviours<Ids> {
  const contractOf = (slug: string): Contract | undefined => (slug === own.slug ? own : served.find((api) => api.slug === slug)?.contract);
  const serving = `It serves: ${apis.map(({ mounts }) => mounts[0] ?? '/').join(', ')}.`;

  /** What an exchange is worth depends on those before and after it, so all are read. */
  const notesIn = (journal: Journal) => notesOf([...journal.newest()], apis);

  const redirect = ({ path: { api, operation } }: Ask<'explain-redirect'>) => {
    const known = apis.find(({ slug }) => slug === api)?.contract.operations.some(({ id }) => id === operation);
    if (!known) return { problem: 'not-found', message: 'No operation of this sandbox has this name.' } satisfies Problem;
    const detail = `${operation} redirects, and its contract does not show where to. Nothing but this text is here.`;
    return { status: 200 as const, body: { data: 'synthetic' as const, detail } };
  };

  return {
    'list-exchanges': ({ query, visit: { workspace } }) => {
      const journal = query.with === 'sandbox' ? workspace.controlJournal : workspace.journal;
      const { full = false, limit = listedAtOnce, conformance, noted, counted } = query;
      const notes = lazily(() => notesIn(journal));
      const isNoted = ({ id }: Exchange): boolean => notes().has(id);
      const found = wantedExchanges(journal, counted ? { ...query, limit: Infinity } : query, noted ? isNoted : undefined);
      if ('problem' in found) return found;
      const exchanges = found.slice(0, limit).map((exchange) => ({
        ...explain(exchange, workspace.seed, contractOf, { full }),
        ...(conformance && { conformanceNotes: notes().get(exchange.id)?.length ?? 0 }),
      }));
      const many = (which: (exchange: Exchange) => boolean): number => found.filter(which).length;
      const counts = counted && { counts: { exchanges: found.length, refused: many(wasRefused), noted: many(isNoted) } };
      return { status: 200 as const, body: { exchanges, ...counts } };
    },

    ...streamBehaviours(contractOf),

    'export-har': ({ query, origin, visit: { workspace, prefix } }) => {
      const notes = lazily(() => notesIn(workspace.journal));
      const isNoted = query.noted ? ({ id }: Exchange) => notes().has(id) : undefined;
      const found = wantedExchanges(workspace.journal, { ...query, limit: query.limit ?? 1000 }, isNoted);
      return 'problem' in found ? found : { status: 200 as const, body: archiveOf(found, { base: origin + prefix, version: own.version }) };
    },

    'explain-exchange': elsewhere({
      // To find a request that works, some are tried and taken back again.
      reads: async ({ visit, origin, path: { id } }: Ask<'explain-exchange'>): Promise<Found | Problem> => {
        const { journal, controlJournal } = visit.workspace;
        const exchange = journal.find(id);
        if (exchange) return { exchange, journal, lines: await workingRequests.lines(exchange, visit, origin) };
        const own = controlJournal.find(id);
        return own ? { exchange: own, journal: controlJournal, lines: {} } : notKept(visit.workspace.settings.journal);
      },
      turn({ caller, visit }, { read: { exchange, journal, lines } }) {
        const { worksInParts: parts, ...told } = lines;
        const kept = [...journal.newest()];
        // Whoever was shown one exchange is not shown the way to all others.
        const neighbours = caller.scopes.has('manage') ? { neighbours: neighboursOf(kept, exchange) } : {};
        const conformance = [...notesOfOne(exchange.id, kept, apis)];
        const inParts = parts && { worksInParts: toldParts(parts) };
        const explanation = {
          ...explain(exchange, visit.workspace.seed, contractOf, { full: true }),
          conformance,
          ...told,
          ...inParts,
          ...neighbours,
        };
        return { status: 200, body: explanation };
      },
    }),

    'explain-link': ({ query }) => ({
      problem: 'not-found',
      message: `The contract links to ${quotable(`https://${query.address}`) ?? 'an address'} here, which no API of this sandbox serves. ${serving}`,
    }),
    'explain-redirect': redirect,
    'explain-redirect-of-post': redirect,
  };
}

interface Found {
  readonly exchange: Exchange;
  readonly journal: Journal;
  readonly lines: Lines;
}

/** `kept`: newest first. It may have left them while a request that works was looked for. */
function neighboursOf(kept: readonly Exchange[], { id }: Exchange): NonNullable<ExplainedExchange['neighbours']> {
  const place = kept.findIndex((exchange) => exchange.id === id);
  if (place < 0) return {};
  const [previous, following] = [kept[place + 1], kept[place - 1]];
  return { ...(previous && { previous: previous.id }), ...(following && { following: following.id }) };
}

const notKept = (most: number): Problem => ({
  problem: 'not-found',
  message: `No exchange has this id. The sandbox keeps the last ${most} of this workspace at most, and a reset forgets them.`,
});

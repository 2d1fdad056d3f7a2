/** A request on its way through the gateway: what has been read of it so far, and the journal's record of it. */
import type { Json, SchemaFault } from '../../contract/contract.ts';
import type { Binary } from '../../mock/reply.ts';
import type { Call } from '../../mock/call.ts';
import type { Fault } from '../../mock/problem.ts';
import type { Exchange } from '../../workspace/journal/exchange.ts';
import type { Journal } from '../../workspace/journal/journal.ts';
import { defaultSettings, type Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Caller } from '../../mock/caller.ts';
import type { Visit } from '../visit.ts';
import type { Api, Match } from '../api.ts';
import type { PlannedFaults } from '../faults/plan-faults.ts';
import { withheldText } from './withheld.ts';
import { noPreferences, readPreferences, type Preferences } from '../../answer/preferences.ts';

export interface Incoming {
  readonly request: Request;
  readonly visit: Visit;
  readonly workspace: Workspace;
  /** What links begin with after the origin. */
  readonly prefix: string;
  /** With the application that its token shows, once that is asked for. */
  caller: Caller;
  /** It is for the sandbox's own API. */
  readonly isOwn: boolean;
  /** The workspace's, as they were when the request came; those of a sandbox that nobody has changed where it is for its own API. */
  readonly settings: Settings;
  readonly journal: Journal;
  /** Upper case; `HEAD` is answered as the `GET` it stands for. */
  readonly method: string;
  readonly url: RequestUrl;
  readonly preferences: Preferences;
  readonly record: Exchange;
  api?: Api;
  /** The operations that fit path and method; more than one where only the body tells them apart. */
  matches: readonly Match[];
  match?: Match;
  body?: ReadBody;
  /** What the answer is made from; there as soon as an operation is chosen and the URL could be decoded. */
  call?: Call;
  /** The headers as sent, once somebody has read them: `headersOf`. */
  headers?: readonly (readonly [name: string, value: string])[];
  /** Everything that was sent has been looked through for numbers of real patients, and none was certain. */
  isLookedThrough?: true;
  /** Ten digits that were sent and could be a number of a real patient. Never kept beyond the request. */
  suspects?: ReadonlySet<string>;
  /** The places outside of the path and the query where they are: names of headers, and the body's numbers as they are spelled. */
  suspectHeaders?: ReadonlySet<string>;
  spelled?: ReadonlySet<string>;
  /** What goes wrong with it by a rule of the workspace. */
  planned?: PlannedFaults;
  /** What is left of its application's quota, where one was counted. */
  quota?: QuotaLeft;
  /** What is wrong with the parameters, found while decoding them. */
  faults?: readonly Fault[];
  /** What else is wrong with a request that is refused, found by the checks after the one that refused it: for its explanation. */
  besides?: readonly Fault[];
}

export interface QuotaLeft {
  readonly most: number;
  readonly left: number;
  /** Seconds until there is a new one. */
  readonly reset: number;
}

/** A body as read: bytes first, and what they mean where the type says so. */
export interface ReadBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly value?: Json;
  /** Every fault of a value that was read by its schema. JSON is checked later, when all that comes before has passed. */
  readonly faults?: readonly SchemaFault[];
  /** Of the form of a search, what its value has no room for. */
  readonly several?: Readonly<Record<string, Json>>;
  /** Nothing has looked into it: it has a Content-Encoding, or the behaviour reads it. */
  readonly unread?: true;
  /** The text of a JSON body as sent, so that stored numbers keep the form they came in. */
  readonly text?: string;
  readonly binary?: Binary;
}

export interface RequestUrl {
  readonly origin: string;
  /** As sent, without the workspace's prefix. */
  readonly pathname: string;
  /** With its `?`, or ''. */
  readonly search: string;
}

/** Takes a URL apart without `new URL`, which would cost more than everything else on a cached read. */
export function readUrl(url: string, prefix: string): RequestUrl {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const origin = start < 0 ? url : url.slice(0, start);
  const hash = url.indexOf('#');
  const rest = start < 0 ? '/' : url.slice(start, hash < 0 ? undefined : hash);
  const question = rest.indexOf('?');
  const pathname = question < 0 ? rest : rest.slice(0, question);
  return {
    origin,
    pathname: prefix !== '' && pathname.startsWith(prefix) ? pathname.slice(prefix.length) || '/' : pathname,
    search: question < 0 ? '' : rest.slice(question),
  };
}

export interface Entrance {
  readonly url: RequestUrl;
  readonly isOwn: boolean;
}

export function openIncoming(request: Request, visit: Visit, { url, isOwn }: Entrance): Incoming {
  const { workspace, prefix, caller } = visit;
  const kept = isOwn ? workspace.controlJournal : workspace.journal;
  const journal = isOwn && visit.isUnseen ? unseen(kept) : kept;
  const number = journal.next();
  const preferences = isOwn ? noPreferences : readPreferences(request.headers.get('prefer'));
  return {
    request,
    visit,
    workspace,
    prefix,
    caller,
    isOwn,
    settings: isOwn ? ownSettings : workspace.settings,
    journal,
    method: request.method,
    url,
    preferences,
    matches: [],
    record: {
      number,
      id: isOwn ? workspace.controlExchangeId(number) : workspace.exchangeId(number),
      at: workspace.clock.now(),
      // A method may be any word.
      method: request.method.length < 10 ? request.method : withheldText(request.method),
      // What of it may be kept is known when the operation is: `withholdFrom` sets it.
      url: '',
      status: 0,
      ...(preferences.notes && { notes: [...preferences.notes] }),
    },
  };
}

/** Read once, which takes as long as anything else that is done with them. */
export function headersOf(incoming: Incoming): NonNullable<Incoming['headers']> {
  return (incoming.headers ??= [...incoming.request.headers]);
}

const unseen = (journal: Journal): Journal => ({ ...journal, next: () => 0, add: () => {} });

export function note(incoming: Incoming, line: string): void {
  (incoming.record.notes ??= []).push(line);
}

const ownSettings: Settings = { ...defaultSettings, mediaTypes: 'strict' };

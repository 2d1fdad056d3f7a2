/**
 * An API before it is read: what is known of it where nobody has asked it yet. Enough to find which requests are for it, and to list it; its
 * contract and its rules are loaded when somebody asks.
 */
import type { Contract, Json, Operation } from '../contract/contract.ts';
import { BASIS } from '../contract/fidelity.ts';
import { GROUP } from '../contract/group.ts';
import { isObject } from '../contract/json.ts';
import { otherBasePathsOf } from '../contract/reading/base-path.ts';
import { publishedServers, type PublishedServer } from '../contract/published-links.ts';
import { isReserved } from './reserved.ts';
import type { AnyMock } from '../mock/mock.ts';

export interface Served {
  readonly contract: Contract;
  readonly mock?: AnyMock | undefined;
}

export interface Announcement {
  readonly slug: string;
  readonly basePath: string;
  /** Where it answers besides. */
  readonly otherBasePaths: readonly string[];
  /** Of its contract's `info`, in which group it is shown and how much of it is by rules. */
  readonly info: Json;
  /** Where its contract says that it is. */
  readonly servers: readonly PublishedServer[];
  readonly operations: readonly AnnouncedOperation[];
  /** Types of events that it is told of, or tells in a form of its own. */
  readonly hears: readonly string[];
  /** Types of events that it may emit; undefined where they may be any. */
  readonly emits: readonly string[] | undefined;
  /** The same of requests that only read. */
  readonly asks: readonly string[] | undefined;
}

export interface AnnouncedOperation extends Pick<Operation, 'id' | 'method' | 'path'> {
  /** A rule of its mock answers it. */
  readonly isRuled: boolean;
}

export interface Announced extends Announcement {
  readonly load: () => Promise<Served>;
}

/** What a gateway can be given to serve. */
export type Mountable = Served | Announced;

export const isAnnounced = (mountable: Mountable): mountable is Announced => 'load' in mountable;

export const slugOfMountable = (mountable: Mountable): string => (isAnnounced(mountable) ? mountable.slug : mountable.contract.slug);

export const announcementOf = (mountable: Mountable): Announcement => (isAnnounced(mountable) ? mountable : announcementIn(mountable));

export function announcementIn({ contract, mock }: Served): Announcement {
  const { slug, basePath, document, operations } = contract;
  const { info } = document;
  const { on = {}, messages = {}, emits, asks = [] } = mock?.events ?? {};
  return {
    slug,
    basePath,
    otherBasePaths: otherBasePathsOf(document, basePath).filter((path) => !isReserved(path)),
    info: isObject(info) ? Object.fromEntries(Object.entries(info).filter(([name]) => name === GROUP || name === BASIS)) : {},
    servers: publishedServers(document),
    operations: operations.map(({ id, method, path }) => ({ id, method, path, isRuled: mock?.behaviours[id] !== undefined })),
    hears: [...new Set([...Object.keys(on), ...Object.keys(messages)])],
    emits: mock ? emits : [],
    asks: mock && emits === undefined ? undefined : asks,
  };
}

/** Whether a request to one only reads, or may change something. */
export type Intent = 'read' | 'change';

export const intentOf = (method: string): Intent => (/^(?:GET|HEAD|OPTIONS)$/i.test(method) ? 'read' : 'change');

/** Whether what one emits then may be of this type. */
export function mayEmit({ emits, asks }: Announcement, type: string, intent: Intent): boolean {
  const types = intent === 'read' ? asks : emits;
  return types === undefined || types.some((each) => (each.endsWith('*') ? type.startsWith(each.slice(0, -1)) : type === each));
}

/** What this workspace is, and each part of its console with what it is like now. */
import { counted } from '../../contract/counted.ts';
import { clockLine } from '../clock/clock-words.ts';
import { minuteIn } from '../exchanges/words.ts';
import { BaseAddress } from '../home/base-address.tsx';
import { to, type PageVisit } from '../visit.ts';
import type { PartsNow, Known } from './overview-facts.ts';

interface OverviewProps {
  readonly visit: PageVisit;
  readonly workspace: Known;
  readonly asked: PartsNow;
}

export function Overview({ visit, workspace, asked }: OverviewProps) {
  const { name, announcement, seed, population, event, made, expires, counters } = workspace;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Name', name],
    // Whoever has the key is told on every page.
    ['From the organiser', visit.key === undefined ? announcement : undefined],
    ['Ends', expires === undefined ? undefined : `${minuteIn(expires)} UTC, and is deleted then`],
    ['Requests so far', requestsLine(counters)],
    ...accessFacts(asked),
    ['People', population === undefined ? 'all that there are' : counted(population, 'person', 'people')],
    ['Seed', `${seed}: whoever starts with the same number gets the same made-up data`],
    ['Stored', counters.bytes === undefined ? undefined : sizeWords(counters.bytes)],
    ['Made', `${minuteIn(made)} UTC${event === undefined ? '' : ', for an event'}`],
  ];
  return (
    <>
      <p>A workspace is one copy of everything here: the people, what was sent, and what that changed.</p>
      <Facts facts={facts} />
      <h2>What is set up in it</h2>
      <dl>
        {partsOf(workspace, asked).map(([part, words, state]) => (
          <>
            <dt>
              <a href={to(visit, `/${part}`)}>{words}</a>
            </dt>
            <dd>{state}</dd>
          </>
        ))}
      </dl>
      <BaseAddress visit={visit} />
      <WhatElse visit={visit} workspace={workspace} />
    </>
  );
}

function requestsLine({ requests, refused, changes, lastUsed }: Known['counters']): string {
  if (requests === 0) return 'none';
  const said = [refused > 0 && `${refused} refused`, changes > 0 && `${changes} that changed something`].filter(Boolean).join(', ');
  return `${requests}${said === '' ? '' : ` (${said})`}${lastUsed === undefined ? '' : `, the last at ${minuteIn(lastUsed)} UTC`}`;
}

export function Facts({ facts }: { readonly facts: readonly (readonly [string, string | undefined])[] }) {
  return (
    <dl>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([what, value]) => (
          <>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}

/** What can be done with the whole of it; what this one has not, like an end or a key, is not offered. */
function WhatElse({ visit, workspace: { expires, hasKey } }: Omit<OverviewProps, 'asked'>) {
  const hasEnd = expires !== undefined;
  const ways: readonly (readonly [string, string])[] = [
    ['/workspace/edit', hasEnd ? 'Rename it, or move its end' : 'Rename it'],
    ...(hasKey ? [['/workspace/key', 'Another key for it'] as const] : []),
    ['/workspace/copy', 'Make a copy of it'],
    ['/reset', 'Reset this workspace'],
    ...(hasEnd ? [['/workspace/delete', 'Delete it'] as const] : []),
  ];
  return (
    <>
      <h2>What else can be done with it</h2>
      <ul>
        {ways.map(([page, words]) => (
          <li>
            <a href={to(visit, page)}>{words}</a>
          </li>
        ))}
      </ul>
      {!hasEnd && (
        <p>This workspace has no end: it can be reset, not deleted. {!hasKey && 'It has no key either: it opens to whoever is here.'}</p>
      )}
    </>
  );
}

/** Whom the APIs let in, and what is as it is at the real services. */
function accessFacts({ extras }: PartsNow): readonly (readonly [string, string | undefined])[] {
  if (!extras.ok) return [];
  const leftOut = extras.body.extras.filter(({ isThere }) => !isThere).map(({ name }) => name);
  const access = leftOut.includes('open-access')
    ? 'strict: each request shows a token that was granted here, or the key of an application, as its API asks'
    : 'open: whoever asks is let in, with whatever token or with none';
  const others = leftOut.filter((name) => name !== 'open-access');
  return [
    ['Access', access],
    ['As at the real services', others.length > 0 ? `without ${others.join(', ')}` : undefined],
  ];
}

const none = 'none';

/** What could not be asked is left out. */
function partsOf(
  { contracts = [], changedSettings = [] }: Known,
  { clock, faults, stubs, snapshots, applications, subscriptions, inbox }: PartsNow,
): readonly (readonly [part: string, words: string, state: string])[] {
  const parts: readonly (readonly [string, string, string | undefined])[] = [
    ['clock', 'Clock', clock.ok ? clockLine(clock.body) : undefined],
    ['faults', 'Faults', faults.ok ? many(faults.body.faults) : undefined],
    ['stubs', 'Stubs', stubs.ok ? many(stubs.body.stubs) : undefined],
    ['settings', 'Settings', changedSettings.length === 0 ? 'as they are at first' : `chosen here: ${changedSettings.join(', ')}`],
    ['snapshots', 'Snapshots', snapshots.ok ? named(snapshots.body.snapshots.map(({ name }) => name)) : undefined],
    ['contracts', 'Contracts', named(contracts)],
    ['applications', 'Applications', applications.ok ? many(applications.body.applications) : undefined],
    ['subscriptions', 'Subscriptions', subscriptions.ok ? many(subscriptions.body.subscriptions) : undefined],
    ['inbox', 'Inbox', inbox.ok ? inboxLine(inbox.body.messages) : undefined],
  ];
  return parts.flatMap(([part, words, state]) => (state === undefined ? [] : [[part, words, state] as const]));
}

const many = (all: readonly unknown[]): string => (all.length === 0 ? none : String(all.length));

const named = (names: readonly string[]): string => (names.length === 0 ? none : `${names.length}: ${names.join(', ')}`);

function inboxLine(messages: readonly { readonly time: string }[]): string {
  const last = messages.at(-1);
  if (!last) return 'empty';
  const howMany = messages.length === messagesAsked ? `${messagesAsked} messages or more` : counted(messages.length, 'message');
  return `${howMany}, the last at ${minuteIn(last.time)} UTC`;
}

/** As many as the control plane gives at a time. */
const messagesAsked = 100;

/** In kB and MB, as people count what is stored. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

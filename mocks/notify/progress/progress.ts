/** Moves messages on by the clock: reads the recipients when it is time, and tells of each thing at its instant. */
import type { Json } from '../../../src/contract/contract.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Cue } from '../../../src/mock/event.ts';
import type { LetterTold } from '../../notify-letters.ts';
import { tellOf } from '../callbacks/tell.ts';
import { keepChanged, recipientWhenRead, type Held } from '../recipient/look-up.ts';
import { findMessage, sendingOf, type Sent, type SentMessage } from '../send/kept.ts';
import { keepSaid, messageOfLetter, saidOfLetters } from './letter-told.ts';
import { storyOf, type Happening, type Told } from './story.ts';
import { enrichedAfter, pendingAfter } from './times.ts';
import { messageAt, type MessageBody } from './view.ts';

/** Messages of one batch of whose progress anybody is told: a larger one would only push the first out of every inbox. */
const toldAtMost = 100;

export function begin(call: Pick<AnyCall, 'later' | 'note'>, sent: Sent, ids: readonly string[]): void {
  call.later({ at: sent.created + enrichedAfter, do: 'enrich', about: sent.key });
  for (const id of ids.slice(0, toldAtMost)) call.later({ at: sent.created + pendingAfter, do: 'progress', about: id });
  if (ids.length > toldAtMost)
    call.note(
      `Callbacks tell of the first ${toldAtMost} messages of a batch: the inbox keeps a thousand in all. Every message can be read.`,
    );
}

export const later = {
  enrich(cue: Cue, about: Json): void {
    const sent = sendingOf(cue, String(about));
    if (sent) keepChanged(cue, sent);
  },
  progress(cue: Cue, about: Json): void {
    const found = findMessage(cue, String(about));
    if (found) goOn(cue, found);
  },
};

/** Whoever prints letters has said something of one. What is new by that is told at once: the rest of this instant has been told of already. */
export function heard(cue: Cue, about: Json): void {
  const said = about as LetterTold; // as those two agree
  const found = messageOfLetter(cue, said.id);
  if (!found) return;
  const now = cue.clock.now();
  const before = new Set(toldOf(cue, found).story.map((happening) => JSON.stringify(happening)));
  keepSaid(cue, { ...said, at: now });
  tellNews(cue, found, (happening) => !before.has(JSON.stringify(happening)));
  cue.store.put(toldUntil, found.id, String(now));
}

/** Until when all has been told of a message whose course was changed: what has been put off for it may come too late, or twice. */
const toldUntil = 'notify/told-until';

function goOn(cue: Cue, found: SentMessage): void {
  const now = cue.clock.now();
  const written = cue.store.get(toldUntil, found.id);
  const since = Number(written ?? now - 1);
  tellNews(cue, found, ({ at }) => at > since);
  if (written !== undefined) cue.store.put(toldUntil, found.id, String(now));
}

/** What has happened by now and is news, in order; and has what comes next told at its instant. */
function tellNews(cue: Cue, found: SentMessage, isNews: (happening: Happening) => boolean): void {
  const now = cue.clock.now();
  const { told, story } = toldOf(cue, found);
  const { base } = found.sent;
  const until = story.filter(({ at }) => at <= now);
  for (const [n, happening] of until.entries()) {
    if (isNews(happening)) tellOf(cue, { found, told, happening, message: messageAt(found, until.slice(0, n + 1), { told, base }) });
  }
  const next = story.find(({ at }) => at > now);
  if (next) cue.later({ at: next.at, do: 'progress', about: found.id });
}

function toldOf(held: Held, found: SentMessage): { readonly told: Told; readonly story: readonly Happening[] } {
  const { created, plan } = found.sent;
  const told = { created, plan, message: found.message, recipient: recipientWhenRead(held, found), letters: saidOfLetters(held, found) };
  return { told, story: storyOf(told) };
}

/** Until the record has been read, nothing depends on it. Links lead to where it is asked for. What another account has sent is not there. */
export function readMessage(call: Held & Pick<AnyCall, 'url' | 'caller'>, id: string): MessageBody | undefined {
  const found = findMessage(call, id);
  const { application } = call.caller;
  if (!found || (application && found.sent.application !== undefined && application.id !== found.sent.application)) return undefined;
  const now = call.clock.now();
  const base = call.url('');
  const { created } = found.sent;
  if (now < created + pendingAfter) return messageAt(found, [], { base });
  if (now < created + enrichedAfter) return messageAt(found, [{ at: created + pendingAfter, message: 'pending_enrichment' }], { base });
  const { told, story } = toldOf(call, found);
  return messageAt(
    found,
    story.filter(({ at }) => at <= now),
    { told, base },
  );
}

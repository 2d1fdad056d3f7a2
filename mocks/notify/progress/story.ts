/**
 * All that becomes of a message, each with its instant: it follows from the message, its plan, and its recipient when their record was
 * read. Nothing of it is stored, so that reading a message and telling of it always agree, however many there are.
 */
import { fill, type Filled } from '../plans/fill.ts';
import type { RoutingPlan, Step } from '../plans/plan.ts';
import { contactFault, pdsFaults, type PdsFault, type Recipient } from '../recipient/recipient.ts';
import type { KeptMessage } from '../send/kept.ts';
import { turnsAsSaid, type SaidOfLetter } from './letter-told.ts';
import { turnsOf, type SupplierStatus } from './suppliers.ts';
import { enrichedAfter, pendingAfter, sendingAfter } from './times.ts';

export type MessageStatus = 'pending_enrichment' | 'enriched' | 'sending' | 'delivered' | 'failed';
export type ChannelStatus = 'created' | 'sending' | 'delivered' | 'failed' | 'skipped';

/** Something that happens to a message. */
export interface OfMessage {
  readonly at: number;
  readonly message: MessageStatus;
  readonly why?: Why;
}

/** Something that happens in a channel, by its place in the plan. */
export interface OfChannel {
  readonly at: number;
  readonly step: number;
  readonly channel: ChannelStatus;
  readonly supplier?: SupplierStatus;
  readonly retries?: number;
  readonly why?: Why;
}

export type Happening = OfMessage | OfChannel;

export interface Why {
  /** What stands behind `MFR_` and `CFR_`. */
  readonly code: string;
  readonly description: string;
}

const pds = (fault: PdsFault): Why => ({ code: `PDSV_${fault}`, description: pdsFaults[fault] });
const bySupplier = (description: string): Why => ({ code: 'SUPE_0007', description });

export interface Told {
  readonly created: number;
  readonly plan: RoutingPlan;
  readonly message: KeptMessage;
  readonly recipient: Recipient;
  /** What its supplier has said of the letter of each step. */
  readonly letters: readonly (readonly SaidOfLetter[])[];
}

export const textOf = ({ template }: Step, { message, recipient, created }: Told): Filled =>
  fill(template, message.personalisation ?? {}, recipient, new Date(created).toISOString().slice(0, 10));

/** In order. */
export function storyOf(told: Told): readonly Happening[] {
  const { created, plan, recipient } = told;
  const read = created + enrichedAfter;
  const beginning: readonly Happening[] = [{ at: created + pendingAfter, message: 'pending_enrichment' }];
  if (recipient.fault !== undefined) return [...beginning, { at: read, message: 'failed', why: pds(recipient.fault) }];
  const start = created + sendingAfter;
  const prepared = plan.steps.map((_, step): Happening => ({ at: read, step, channel: 'created' }));
  return [
    ...beginning,
    { at: read, message: 'enriched' },
    ...prepared,
    { at: start, message: 'sending' },
    ...cascaded(told, start).toSorted((a, b) => a.at - b.at),
  ];
}

/** What becomes of a channel, from its start to its end. */
interface Course {
  readonly happenings: readonly OfChannel[];
  readonly end: OfChannel;
}

/** Primary channels one after the other until one delivers, secondary ones beside them; and how the message ends. */
function cascaded(told: Told, start: number): readonly Happening[] {
  const happenings: Happening[] = [];
  const ends: OfChannel[] = [];
  const go = (step: number, at: number): OfChannel => {
    const { happenings: course, end } = courseOf(told, step, at);
    happenings.push(...course);
    ends.push(end);
    return end;
  };
  let next = start;
  let first: OfChannel | undefined;
  for (const [step, { cascade }] of told.plan.steps.entries()) {
    if (cascade === 'secondary') go(step, start);
    else if (first) happenings.push({ at: first.at, step, channel: 'skipped' });
    else {
      const end = go(step, next);
      if (end.channel === 'delivered') first = end;
      else next = end.at + 1_000;
    }
  }
  const success = first ?? ends.find(({ channel }) => channel === 'delivered');
  const last = ends.toSorted((a, b) => a.at - b.at).at(-1);
  if (success) return [...happenings, { at: success.at, message: 'delivered' }];
  return last ? [...happenings, { at: last.at, message: 'failed', ...(last.why && { why: last.why }) }] : happenings;
}

const hour = 3_600_000;

function courseOf(told: Told, step: number, start: number): Course {
  const about = told.plan.steps[step];
  if (!about) throw new RangeError('a plan has a step for each of its channels');
  const wrong = contactFault(about.channel, told.recipient);
  if (wrong !== undefined) return ending({ at: start, step, channel: 'failed', why: pds(wrong) });
  const limit = start + about.hours * hour;
  const happenings: OfChannel[] = [{ at: start, step, channel: 'sending' }];
  const usual = turnsOf(about.channel, told.recipient, textOf(about, told));
  const turns = about.channel === 'letter' ? turnsAsSaid(usual, told.letters[step] ?? [], start) : usual;
  for (const { after, supplier, status, retries, why } of turns) {
    const turn: OfChannel = {
      at: start + after,
      step,
      channel: status ?? 'sending',
      ...(supplier !== undefined && { supplier }),
      ...(retries !== undefined && { retries }),
      ...(why !== undefined && { why: bySupplier(why) }),
    };
    if (turn.at >= limit) break;
    happenings.push(turn);
    if (status !== undefined) return { happenings, end: turn };
  }
  return ending({ at: limit, step, channel: 'failed', why: bySupplier(`It was not delivered within ${about.hours} hours`) }, happenings);
}

const ending = (end: OfChannel, before: readonly OfChannel[] = []): Course => ({ happenings: [...before, end], end });

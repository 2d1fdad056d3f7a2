/**
 * The record of a recipient as it was when it was read. Of somebody whom nobody had changed by then that is the person of the population on
 * that day; the others were written down. So thousands of recipients cost nothing until somebody asks for one.
 */
import type { Cue } from '../../../src/mock/event.ts';
import { dateInReach, dayAt } from '../../../src/world/reach.ts';
import { changedNumbers, demographicsNow, ofPerson, type DemographicsNow } from '../../demographics-now.ts';
import { messagesOf, type Sent, type SentMessage } from '../send/kept.ts';
import { enrichedAfter } from '../progress/times.ts';
import { recipientOf, type Recipient } from './recipient.ts';

export type Held = Pick<Cue, 'store' | 'population' | 'clock' | 'settings' | 'chance'>;

const collection = 'notify/changed-recipients';
const mostHops = 5;

type Known = DemographicsNow | 'no survivor' | undefined;

/** Writes down those recipients of a sending whose records had been changed. */
export function keepChanged(held: Held, sent: Sent): void {
  const changed = new Set(changedNumbers(held));
  if (changed.size === 0) return;
  const kept: Record<string, Known> = {};
  for (const { nhsNumber = '' } of messagesOf(held.store, sent)) {
    if (changed.has(nhsNumber)) kept[nhsNumber] = surviving((number) => demographicsNow(held, number), nhsNumber);
  }
  if (Object.keys(kept).length > 0) held.store.put(collection, sent.key, JSON.stringify(kept));
}

export function recipientWhenRead(held: Held, { sent, message }: SentMessage): Recipient {
  const { nhsNumber } = message;
  const today = new Date(sent.created).toISOString().slice(0, 10);
  const record = nhsNumber === undefined ? undefined : recordWhenRead(held, sent, nhsNumber);
  return recipientOf(message, record, { today, chance: (key) => held.chance(key) });
}

function recordWhenRead({ store, population, clock, settings }: Held, sent: Sent, nhsNumber: string): Known {
  const written = store.get(collection, sent.key);
  const kept = written === undefined ? {} : (JSON.parse(written) as Readonly<Record<string, Known>>); // as it is written above
  if (Object.hasOwn(kept, nhsNumber)) return kept[nhsNumber];
  const day = dayAt(sent.created + enrichedAfter);
  const then = settings.asOf !== 'clock' || day === dayAt(clock.now()) ? population : population.on(dateInReach(day));
  return surviving((number) => {
    const person = then.find(number);
    return person && ofPerson(person);
  }, nhsNumber);
}

function surviving(find: (nhsNumber: string) => DemographicsNow | undefined, nhsNumber: string): Known {
  let record = find(nhsNumber);
  for (let hops = 0; record?.standing.kind === 'superseded' && hops < mostHops; hops += 1) record = find(record.standing.by) ?? undefined;
  if (record && record.standing.kind !== 'superseded') return record;
  return find(nhsNumber) ? 'no survivor' : undefined;
}

/**
 * Patients are told that there is something to collect: by NHS Notify, once for all that a pharmacy has ready within a quarter of an hour. What
 * becomes of such a notification is heard, and kept with it.
 */
import type { Json } from '../../../src/contract/contract.ts';
import { elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { messageWanted, type MessageWanted } from '../../notify-messages.ts';
import { enterUpdates } from '../keep.ts';
import { latestOf, updateOf, type StatusUpdate } from '../updates.ts';
import { businessStatusIn } from './statuses.ts';

const collection = 'prescriptions/notifications';
const byRecipient = 'recipient';
const between = 15 * 60_000;

interface Notification {
  readonly reference: string;
  readonly nhsNumber: string;
  readonly pharmacy: string;
  readonly wanted: number;
  /** As NHS Notify last told it. */
  readonly delivery?: string;
}

const readyStatuses: ReadonlySet<string | undefined> = new Set(['Ready to Collect', 'Ready to Collect - Partial']);
const isReady = ({ status }: StatusUpdate): boolean => readyStatuses.has(businessStatusIn(status));

/** Of an update that is dated ahead. */
const updateHolds = 'prescription-update-holds';

export function tellWhatIsReady(call: AnyCall, updates: readonly StatusUpdate[]): void {
  const now = call.clock.now();
  for (const update of updates) {
    const { prescription, task, modified } = update;
    if (modified > now) call.later({ at: modified, do: updateHolds, about: { prescription, task } });
    else if (isReady(update) && tell(call, update)) call.note('The patient is told by NHS Notify that there is something to collect.');
  }
}

export const later = {
  [updateHolds](cue: Cue, about: Json): void {
    const update = updateOf(cue, stringAt(about, 'prescription') ?? '', stringAt(about, 'task') ?? '');
    if (!update || latestOf(cue, update.prescription, update.item)?.task !== update.task) return;
    enterUpdates(cue, [update]);
    if (isReady(update)) tell(cue, update);
  },
};

export const laterInWords = { [updateHolds]: 'What a pharmacy has dated ahead of an item holds from now on' };

type Telling = Pick<Cue, 'store' | 'clock' | 'emit' | 'population'>;

function tell(telling: Telling, { prescription, task, nhsNumber, pharmacy }: StatusUpdate): boolean {
  const { store, clock, population } = telling;
  const now = clock.now();
  const recipient = `${nhsNumber}/${pharmacy}`;
  const told = store.find(collection, [{ name: byRecipient, anyOf: [recipient] }], { limit: 1000 });
  if (told.some(({ document }) => now - (JSON.parse(document) as Notification).wanted < between)) return false; // as it is kept below
  const reference = `${prescription}/${task}`;
  const kept: Notification = { reference, nhsNumber, pharmacy, wanted: now };
  store.put(collection, reference, JSON.stringify(kept), [{ name: byRecipient, value: recipient }]);
  const at = population.organisation(pharmacy)?.name ?? 'your pharmacy';
  const text = `You have a prescription that is ready to collect at ${at}. Look at it in the NHS App.`;
  const about: MessageWanted = { reference, nhsNumber, odsCode: pharmacy, text };
  telling.emit({ type: messageWanted, about });
  return true;
}

/** What NHS Notify says of its messages: those that nobody here has asked for are none of ours. */
export function hearOfDelivery({ store }: Pick<Cue, 'store'>, callback: Json): number {
  let heard = 0;
  for (const item of dataOf(callback)) {
    const reference = stringAt(item, 'attributes', 'messageReference') ?? '';
    const delivery = stringAt(item, 'attributes', 'messageStatus') ?? stringAt(item, 'attributes', 'channelStatus');
    const document = store.get(collection, reference);
    if (document === undefined || delivery === undefined) continue;
    const notification = JSON.parse(document) as Notification; // as `tell` kept it
    const recipient = `${notification.nhsNumber}/${notification.pharmacy}`;
    store.put(collection, reference, JSON.stringify({ ...notification, delivery }), [{ name: byRecipient, value: recipient }]);
    heard += 1;
  }
  return heard;
}

function dataOf(callback: Json): readonly Json[] {
  const data = typeof callback === 'object' && callback !== null && 'data' in callback ? callback.data : undefined;
  return Array.isArray(data) ? data : [];
}

/** What Notify emits has its callback within. */
export const heardFromNotify = (cue: Cue, about: Json): void => void hearOfDelivery(cue, elementAt(about, 'body') ?? null);

/**
 * The course of a prescription up to now: the steps that somebody took, and between them those that the clock takes. One that is dated ahead
 * becomes ready, one that nobody wants expires, an issue that is over makes way for the next, and what is open ends when the patient dies.
 */
import type { IssueState, KeptPrescription, Prescription, Step } from './prescription.ts';
import { isAhead, isOver, isWaiting, isWithDispenser, type ItemStatus, type PrescriptionStatus } from './status.ts';

const day = 86_400_000;
/** An issue may be released so many days before what was dispensed last is used up. */
const daysAhead = 7;

interface Now {
  readonly now: number;
  readonly death: number | undefined;
}

export function asItStands(kept: KeptPrescription, now: Now): Prescription {
  const courses = coursesOf(kept, now);
  return {
    ...kept,
    states: courses.map(({ state }) => state),
    steps: courses.flatMap(({ steps }) => steps).toSorted((a, b) => a.at - b.at),
  };
}

/** When it changes of itself, if nobody does anything before; undefined where it never will. */
export function changesNext(kept: KeptPrescription, now: Now): number | undefined {
  const times = coursesOf(kept, now).flatMap(({ next }) => next ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

function coursesOf(kept: KeptPrescription, now: Now): readonly Course[] {
  const courses: Course[] = [];
  for (let issue = 1; issue <= kept.issues; issue += 1) courses.push(courseOf(kept, issue, { ...now, before: courses.at(-1)?.state }));
  return courses;
}

interface Course {
  readonly state: IssueState;
  readonly steps: readonly Step[];
  /** When the clock takes the next. */
  readonly next: number | undefined;
}

interface Around extends Now {
  /** The issue before it. */
  readonly before: IssueState | undefined;
}

function courseOf(kept: KeptPrescription, issue: number, around: Around): Course {
  const own = kept.steps.filter((step) => step.issue === issue);
  const isOrdered = own[0]?.what === 'ordered';
  const [first, ...taken]: readonly Step[] = isOrdered ? own : [ordered(kept, issue), ...own];
  if (first === undefined) throw new RangeError('every issue begins with a step');
  const items = Object.fromEntries(kept.items.map(({ id }): [string, ItemStatus] => [id, '0007']));
  let state = after({ issue, status: first.status, since: first.at, items, marked: [] }, first);
  const steps = [first];
  // Each step is taken from what the clock has made of the issue by then.
  for (const step of [...taken, undefined]) {
    const till = step?.at ?? around.now;
    for (let own = nextOfClock(kept, state, around); own !== undefined && own.at <= till; own = nextOfClock(kept, state, around)) {
      steps.push(own);
      state = after(state, own);
    }
    if (step === undefined) break;
    steps.push(step);
    state = after(state, step);
  }
  return { state, steps, next: nextOfClock(kept, state, around)?.at };
}

/** A later issue is ordered with the first. */
const ordered = ({ steps, authored }: KeptPrescription, issue: number): Step => ({
  at: steps[0]?.at ?? authored,
  what: 'ordered',
  issue,
  status: '9000',
});

/** What an issue stands at after a step. */
function after({ dispenser, marked, ...state }: IssueState, step: Step): IssueState {
  const holder =
    step.what === 'released' ? step.by?.organisation : step.what === 'returned' && isWaiting(step.status) ? undefined : dispenser;
  return {
    ...state,
    status: step.status,
    since: step.status === state.status ? state.since : step.at,
    items: { ...state.items, ...step.items },
    marked: step.what === 'returned' ? [] : [...new Set([...marked, ...(step.marked ?? [])])],
    ...(holder !== undefined && { dispenser: holder }),
  };
}

/** The earliest that comes of itself, however late; undefined where nothing does. */
function nextOfClock(kept: KeptPrescription, state: IssueState, { death, before }: Around): Step | undefined {
  const { issue, status, since } = state;
  const step = (what: Step['what'], at: number, to: PrescriptionStatus, items?: ItemStatus): Step => ({
    at: Math.max(at, since),
    what,
    issue,
    status: to,
    ...(items && { items: openTo(state, items) }),
  });
  const coming: Step[] = [];
  if (status === '0000') coming.push(step('became ready', readyAt(kept, issue, before), '0001'));
  if (status === '9000' && before && isOver(before.status)) {
    if (before.status === '0005') return undefined;
    const at = Math.max(before.since, since);
    coming.push(step('next issue', at, readyAt(kept, issue, before) > at ? '0000' : '0001'));
  }
  if (isWaiting(status) || isAhead(status)) {
    coming.push(step('expired', kept.until, '0004', '0006'));
    if (death !== undefined) coming.push(step('patient died', death, isAhead(status) ? '9005' : '0005', '0005'));
  }
  const unsettled = Object.keys(openTo(state, '0005')).filter((id) => !state.marked.includes(id));
  if (isWithDispenser(status) && death !== undefined && unsettled.length > 0)
    coming.push({ ...step('patient died', death, status), marked: unsettled });
  return coming.toSorted((a, b) => a.at - b.at)[0];
}

/** Items that are not settled, and what becomes of them. */
const openTo = ({ items }: IssueState, status: ItemStatus): Readonly<Record<string, ItemStatus>> =>
  Object.fromEntries(Object.keys(items).flatMap((id) => (isSettled(items[id]) ? [] : [[id, status]])));

const isSettled = (status: ItemStatus | undefined): boolean =>
  status === '0001' || status === '0002' || status === '0005' || status === '0006';

/** When an issue can be released: the first when the prescription says so, each later one when the one before it is nearly used up. */
function readyAt({ authored, from = authored, items }: KeptPrescription, issue: number, before: IssueState | undefined): number {
  if (issue === 1 || before === undefined) return from;
  const lasts = Math.min(...items.map(({ days }) => days));
  return from + (issue - 1) * lasts * day - daysAhead * day;
}

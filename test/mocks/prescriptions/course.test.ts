/** One prescription, as every API of it sees it: by the steps that it has taken, the clock, and what becomes of the patient. */
import { expect, test } from 'vitest';
import { prescription, prescriptionsOf, prescriptionWithItem, waitingAt } from '../../../mocks/prescriptions/find.ts';
import { keepNew, takeStep } from '../../../mocks/prescriptions/keep.ts';
import { hasRightCheck, hasShortIdForm, isShortId } from '../../../mocks/prescriptions/short-id.ts';
import {
  currentIssue,
  givenBack,
  itemStatuses,
  prescriptionStatuses,
  requestStatuses,
  statusByItems,
} from '../../../mocks/prescriptions/status.ts';
import { keepUpdate, latestOf, updateOf, updatesOf } from '../../../mocks/prescriptions/updates.ts';
import { held, order, type HeldInTest } from './held.ts';

const began = '2026-03-04T09:00:00Z';
const id = '24F5DA-A83008-7EFE6Z';
const day = 86_400_000;

const standsAt = (about: HeldInTest, of = id): readonly string[] | undefined => prescription(about, of)?.states.map(({ status }) => status);

function ordered(but: Parameters<typeof order>[1] = {}): HeldInTest {
  const about = held(began);
  keepNew(about, order(about, but), { at: about.clock.now(), status: '0001' });
  return about;
}

test('what is ordered is found by its id, its items, its patient and its pharmacy, and told by the record', () => {
  const about = ordered();
  expect(prescription(about, id.toLowerCase())).toMatchObject({ id, states: [{ status: '0001' }] });
  expect(prescriptionWithItem(about, 'A54219B8-F741-4C47-B662-E4F8DFA49AB6')?.id).toBe(id);
  expect(prescriptionsOf(about, '9000000009').map((each) => each.id)[0]).toBe(id);
  expect(waitingAt(about, 'fcg71').map((each) => each.id)).toEqual([id]);
  expect(about.population.prescription(id)?.issues.map(({ status, prescription: of }) => [status, of])).toEqual([
    ['prescribed', id],
    ['prescribed', id],
  ]);
  expect(about.emitted).toEqual([{ type: 'prescription.changed', about: { id, nhsNumber: '9000000009', what: 'ordered' } }]);
});

test('it is released, given back with what was marked cancelled, and waits no more when all of it is', () => {
  const about = ordered();
  const items = Object.keys(prescription(about, id)?.states[0]?.items ?? {});
  const [first = ''] = items;
  const by = { organisation: 'FCG71' };
  const all = Object.fromEntries(items.map((item) => [item, '0008'] as const));
  takeStep(about, id, { at: about.clock.now(), what: 'released', issue: 1, status: '0002', items: all, by });
  const marked = takeStep(about, id, { at: about.clock.now(), what: 'marked for cancellation', issue: 1, status: '0002', marked: [first] });
  expect(currentIssue(marked)).toMatchObject({ status: '0002', dispenser: 'FCG71', marked: [first] });
  const back = givenBack(currentIssue(marked));
  takeStep(about, id, { at: about.clock.now(), what: 'returned', issue: 1, ...back, by });
  const returned = prescription(about, id);
  expect(returned && currentIssue(returned)).toMatchObject({ status: '0001', marked: [], items: { [first]: '0005' } });
  expect(returned && currentIssue(returned).dispenser).toBeUndefined();
  expect(about.population.prescription(id)?.issues.map(({ status }) => status)).toEqual(['cancelled', 'prescribed']);
});

test('what its items stand at says what it stands at', () => {
  expect(statusByItems(['0001', '0001'])).toBe('0006');
  expect(statusByItems(['0001', '0003'])).toBe('0003');
  expect(statusByItems(['0002', '0002'])).toBe('0007');
  expect(statusByItems(['0002', '0001'])).toBe('0006');
  expect(statusByItems(['0005', '0005'])).toBe('0005');
  expect(Object.keys(requestStatuses)).toEqual(Object.keys(itemStatuses));
  expect(Object.keys(prescriptionStatuses)).toHaveLength(13);
});

test('one that nobody wants expires, and one that is dated ahead becomes ready', () => {
  const about = ordered({ from: Date.parse(began) + 10 * day });
  about.at('2026-03-20T09:00:00Z');
  expect(standsAt(about)).toEqual(['0001']);
  about.at('2026-09-04T09:00:00Z');
  expect(standsAt(about)).toEqual(['0004']);

  const ahead = held(began);
  keepNew(ahead, order(ahead, { from: Date.parse(began) + 10 * day }), { at: ahead.clock.now(), status: '0000' });
  expect(standsAt(ahead)).toEqual(['0000']);
  ahead.at('2026-03-14T09:00:00Z');
  expect(standsAt(ahead)).toEqual(['0001']);
});

test('of repeat dispensing the next issue follows when the one before is over, a week before it is needed', () => {
  const about = ordered({ treatment: 'continuous-repeat-dispensing', issues: 3, until: Date.parse(began) + 365 * day });
  expect(standsAt(about)).toEqual(['0001', '9000', '9000']);
  takeStep(about, id, { at: about.clock.now(), what: 'dispensed', issue: 1, status: '0006' });
  expect(standsAt(about)).toEqual(['0006', '0000', '9000']);
  about.at('2026-03-26T09:00:00Z');
  expect(standsAt(about)).toEqual(['0006', '0001', '9000']);
});

test('those of the population can be taken further like any other, and then stand where they were taken', () => {
  const about = held(began);
  const told = waitingAt(about, 'FZ010')[0];
  if (told === undefined) throw new RangeError('nothing waits there');
  expect(prescription(about, told.id)).toEqual(told);
  expect(prescriptionWithItem(about, told.items[0]?.id ?? '')?.id).toBe(told.id);
  takeStep(about, told.id, { at: about.clock.now(), what: 'cancelled', issue: 1, status: '0005' });
  about.at('2026-03-10T09:00:00Z');
  expect(standsAt(about, told.id)).toEqual(['0005']);
  expect(waitingAt(about, 'FZ010').map((each) => each.id)).not.toContain(told.id);
});

test('a short id has a form, and a check character', () => {
  expect([isShortId(id), hasShortIdForm(id), hasRightCheck(id), isShortId('24F5DA-A83008-7EFE6Y'), isShortId('x')]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('what a pharmacy says of an item is kept beside it, and what is dated ahead is not told before', () => {
  const about = ordered();
  const item = 'a54219b8-f741-4c47-b662-e4f8dfa49ab6';
  const update = { prescription: id, item, nhsNumber: '9000000009', pharmacy: 'FCG71', isTerminal: false };
  const sent = { ...update, received: about.clock.now(), request: 'first', modifiedText: '' };
  keepUpdate(about, { ...sent, task: 'a', status: 'With Pharmacy', modified: about.clock.now() });
  keepUpdate(about, { ...sent, task: 'b', status: 'Ready to Collect', modified: about.clock.now() + day });
  expect(updatesOf(about, id).map(({ task }) => task)).toEqual(['a', 'b']);
  expect(updateOf(about, id, 'b')?.status).toBe('Ready to Collect');
  expect(latestOf(about, id, item)?.status).toBe('With Pharmacy');
  about.at('2026-03-06T09:00:00Z');
  expect(latestOf(about, id, item)).toMatchObject({ status: 'Ready to Collect', inRecord: 'ready' });
});

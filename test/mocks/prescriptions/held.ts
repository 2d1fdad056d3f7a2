/** A store and a world in which prescriptions can be kept: what every API has at hand, with a clock that a test moves. */
import type { Emitted } from '../../../src/mock/event.ts';
import type { Keeping } from '../../../mocks/prescriptions/keep.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { chance } from '../../../src/workspace/keyed-hash.ts';
import { openRecordChanges } from '../../../src/workspace/record-changes.ts';
import { createMemoryStore } from '../../../src/workspace/store/memory-store.ts';
import { dateInReach, dayAt } from '../../../src/world/reach.ts';
import { withRecordChanges } from '../../../src/world/clinical/with-changes.ts';
import type { Order } from '../../../mocks/prescriptions/prescription.ts';
import { world } from '../../sandbox.ts';

export interface HeldInTest extends Keeping {
  at(instant: string): void;
  readonly emitted: readonly Emitted[];
}

export function held(began: string): HeldInTest {
  let now = Date.parse(began);
  const store = createMemoryStore();
  const changes = openRecordChanges(store);
  const emitted: Emitted[] = [];
  return {
    store,
    emitted,
    clock: { now: () => now },
    get population() {
      return withRecordChanges(world().on(dateInReach(dayAt(now))), changes);
    },
    chance: (key) => chance(42, key),
    enter: changes.enter,
    emit: (event) => void emitted.push(event),
    at(instant) {
      now = Date.parse(instant);
    },
  };
}

const patient = parseNhsNumber('9000000009');

/** Two items of somebody at a practice, for a nominated pharmacy. */
export function order({ clock }: HeldInTest, but: Partial<Order> = {}): Order {
  if (patient === undefined) throw new TypeError('no NHS number');
  const item = (id: string, text: string) => ({
    id,
    medicine: { text },
    dose: 'One daily',
    quantity: { value: 28, unit: 'tablet' },
    days: 28,
    medication: id,
  });
  return {
    id: '24F5DA-A83008-7EFE6Z',
    uuid: '06a84b9b-3d63-4f71-9a2b-7a1d5c3e2f10',
    patient,
    prescriber: { organisation: 'A83008' },
    type: '0101',
    treatment: 'acute',
    authored: clock.now(),
    until: clock.now() + 180 * 86_400_000,
    pharmacy: 'FCG71',
    siteType: 'P1',
    issues: 1,
    items: [item('a54219b8-f741-4c47-b662-e4f8dfa49ab6', 'Ramipril 5mg capsules'), item('6989b7bd-8db6-428c-a593-4022e3044c00', 'Statin')],
    ...but,
  };
}

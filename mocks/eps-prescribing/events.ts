/** What becomes of a prescription that nobody touches: the record is told of it at its time, whichever API changed it last. */
import { stringAt } from '../../src/fhir/clinical/element.ts';
import type { MockEvents } from '../../src/mock/event.ts';
import { dueAgain, endWithDeath, prescriptionChanged, retell, untold } from '../prescriptions/keep.ts';

const comesDue = 'tell the record';
/** When each is looked at again: what was put off to another time is of no account any more. */
const due = 'prescriptions/due';

export const events: MockEvents = {
  emits: [prescriptionChanged],
  on: {
    'pds-death-notification-2': (cue, about) => endWithDeath(cue, stringAt(about, 'nhsNumber') ?? ''),
    [prescriptionChanged](cue, about) {
      const id = stringAt(about, 'id') ?? '';
      const at = dueAgain(cue, id);
      if (at === undefined) cue.store.delete(due, id);
      else if (cue.store.get(due, id) !== String(at)) {
        cue.store.put(due, id, String(at));
        cue.later({ at, do: comesDue, about: id });
      }
    },
  },
  messages: untold,
  later: {
    [comesDue](cue, about) {
      const id = String(about);
      if (cue.store.get(due, id) !== String(cue.clock.now())) return;
      cue.store.delete(due, id);
      retell(cue, id);
    },
  },
  laterInWords: { [comesDue]: 'A prescription becomes ready, or expires' },
};

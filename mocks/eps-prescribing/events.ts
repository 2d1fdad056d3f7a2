/** What becomes of a prescription that nobody touches: the record is told of it at its time, whichever API changed it last. */
import { stringAt } from '../../src/fhir/clinical/element.ts';
import type { MockEvents } from '../../src/mock/event.ts';
import { dueAgain, prescriptionChanged, retell } from '../prescriptions/keep.ts';

const comesDue = 'tell the record';

export const events: MockEvents = {
  emits: [prescriptionChanged],
  on: {
    [prescriptionChanged](cue, about) {
      const id = stringAt(about, 'id') ?? '';
      const at = dueAgain(cue, id);
      if (at !== undefined) cue.later({ at, do: comesDue, about: id });
    },
  },
  later: { [comesDue]: (cue, about) => retell(cue, String(about)) },
  laterInWords: { [comesDue]: 'A prescription becomes ready, or expires' },
};

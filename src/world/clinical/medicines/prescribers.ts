/** Who prescribes on a day: whoever saw the person, or one of the practice. */
import type { Day } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { RecordTelling } from '../telling.ts';

export const prescriberOn = (telling: RecordTelling, day: Day): string | undefined =>
  telling.seenOn(day)?.practitioner ?? telling.someoneAt(telling.practiceOn(day), field.medicine + 4, day);

/** Prescriptions of the last two years as of a day, and what has become of each by then. */
import type { IssueEntry } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import { type Day, isoDate } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedCourse } from '../health.ts';
import type { Life } from '../life.ts';
import type { RecordTelling } from '../telling.ts';
import { isHoliday, weekday } from '../working-days.ts';
import { type PlaceOnDay, prescriptionsByDay, shortIdOf } from './prescription-ids.ts';
import { prescriberOn } from './prescribers.ts';
import { issueDay, issuesBetween } from './supply.ts';

const told = 730;
/** Of the ordinal of an issue, those that say which of its course it is: a course of 31 years has 404. */
const numberBits = 9;

/** What the items of one prescription have in common. */
interface Prescription {
  readonly id: string;
  readonly organisation: OdsCode | undefined;
  readonly practitioner: string | undefined;
}

export function toldIssues(telling: RecordTelling): readonly IssueEntry[] {
  const { today, health } = telling;
  const { life, courses } = health;
  const from = today - told;
  const ahead = authorisedAhead(life);
  const placeOn = prescriptionsByDay();
  const known = new Map<string, Prescription>();
  const made: (readonly [Day, IssueEntry])[] = [];
  for (const course of courses) {
    if (course.start > today || (course.end !== undefined && course.end < from)) continue;
    const medication = telling.idOf('medication', course.ordinal);
    const [first, last] = issuesBetween(life, course, from, today);
    for (let n = first; n <= last; n += 1) {
      const day = issueDay(life, course, n);
      if (day > today || day > life.end || day > (course.end ?? day)) continue;
      // What is on one prescription is of one treatment, and lasts as long.
      const place = placeOn(day, `${course.course} ${course.days}`);
      const key = `${day} ${place.nth}`;
      const prescription = known.get(key) ?? prescribedOn(telling, place);
      known.set(key, prescription);
      made.push([day, toldIssue(telling, course, { n, day, medication, ahead, prescription })]);
    }
  }
  return made.toSorted(([a], [b]) => a - b).map(([, issue]) => issue);
}

/** Repeat dispensing, for about a third of people with repeats: for how many days issues are authorised ahead, half a year or a whole one. */
function authorisedAhead(life: Life): number | undefined {
  const chance = life.chance(field.medicine + 3);
  return chance < 0.2 ? 168 : chance < 0.33 ? 336 : undefined;
}

function prescribedOn(telling: RecordTelling, place: PlaceOnDay): Prescription {
  const { seed, person } = telling;
  const { day } = place;
  const organisation = telling.practiceOn(day);
  return {
    id: shortIdOf(seed, person.nhsNumber, place, organisation),
    organisation,
    practitioner: prescriberOn(telling, day),
  };
}

/** Pharmacies are shut on it. */
const sunday = 6;

/** Three of a hundred are never collected; a short course is fetched on the same day or the next, repeats within the week. */
function collectedOn(life: Life, day: Day, course: LivedCourse['course']): Day | undefined {
  const chance = life.chance(field.medicine + 5, day);
  if (chance < 0.03) return undefined;
  let collected = day + Math.floor(course === 'acute' ? chance * 1.4 : 2 + chance * 6);
  while (weekday(collected) === sunday || isHoliday(collected)) collected += 1;
  return collected <= life.end ? collected : undefined;
}

interface Issued {
  readonly n: number;
  readonly day: Day;
  readonly medication: string;
  readonly ahead: number | undefined;
  readonly prescription: Prescription;
}

function toldIssue(telling: RecordTelling, lived: LivedCourse, { n, day, medication, ahead, prescription }: Issued): IssueEntry {
  const { product, dose, quantity, days, course } = lived;
  const { pharmacy } = telling.person;
  const { id, organisation, practitioner } = prescription;
  const collected = collectedOn(telling.health.life, day, course);
  const batch = course === 'repeat' && ahead !== undefined && ahead >= 2 * days ? Math.floor(ahead / days) : undefined;
  const status = statusOf(telling.today - day, {
    isCollected: collected !== undefined && collected <= telling.today,
    isSent: pharmacy !== undefined,
  });
  return {
    kind: 'issue',
    id: telling.idOf('issue', (lived.ordinal << numberBits) | n),
    recorded: isoDate(day),
    ...(organisation !== undefined && { organisation }),
    ...(practitioner !== undefined && { practitioner }),
    medication,
    medicine: product.what,
    dose,
    quantity: { value: quantity, unit: product.unit },
    days,
    course,
    number: batch === undefined ? n + 1 : (n % batch) + 1,
    ...(batch !== undefined && { of: batch }),
    status,
    ...(pharmacy !== undefined && { pharmacy }),
    ...(status === 'collected' && collected !== undefined && { dispensed: isoDate(collected) }),
    prescription: id,
  };
}

/** What is not collected within four weeks goes back on the shelf. */
const keptFor = 28;

/** Where no pharmacy is nominated it is nowhere until somebody comes with it. */
function statusOf(
  since: number,
  { isCollected, isSent }: { readonly isCollected: boolean; readonly isSent: boolean },
): IssueEntry['status'] {
  if (isCollected) return 'collected';
  if (since > keptFor) return 'not-collected';
  if (since === 0 || !isSent) return 'prescribed';
  return since === 1 ? 'with-pharmacy' : 'ready';
}

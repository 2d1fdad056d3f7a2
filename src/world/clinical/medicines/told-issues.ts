/** Prescriptions of the last two years as of a day, and what has become of each by then. */
import type { IssueEntry } from '../../../clinical-record.ts';
import type { OdsCode } from '../../../population.ts';
import { type Day, isoDate } from '../../calendar.ts';
import { field } from '../../fields.ts';
import type { LivedCourse } from '../health.ts';
import type { Life } from '../life.ts';
import type { RecordTelling } from '../telling.ts';
import { shortIdOf } from './prescription-ids.ts';
import { issueDay, issuesBetween } from './supply.ts';

const told = 730;
/** Of the ordinal of an issue, those that say which of its course it is: a course of 31 years has 404. */
const numberBits = 9;

/** What all that is prescribed on one day has in common. */
interface Prescription {
  readonly id: string;
  readonly organisation: OdsCode | undefined;
  readonly practitioner: string | undefined;
  readonly collected: Day | undefined;
}

export function toldIssues(telling: RecordTelling): readonly IssueEntry[] {
  const { today, health } = telling;
  const { life, courses } = health;
  const from = today - told;
  const ahead = authorisedAhead(life);
  const onDay = new Map<Day, Prescription>();
  const made: (readonly [Day, IssueEntry])[] = [];
  for (const course of courses) {
    if (course.start > today || (course.end !== undefined && course.end < from)) continue;
    const medication = telling.idOf('medication', course.ordinal);
    const [first, last] = issuesBetween(life, course, from, today);
    for (let n = first; n <= last; n += 1) {
      const day = issueDay(life, course, n);
      if (day > today || day > life.end || day > (course.end ?? day)) continue;
      let prescription = onDay.get(day);
      if (prescription === undefined) {
        prescription = prescribedOn(telling, day);
        onDay.set(day, prescription);
      }
      made.push([day, toldIssue(telling, course, { n, day, medication, ahead, prescription })]);
    }
  }
  return made.toSorted(([a], [b]) => a - b).map(([, issue]) => issue);
}

/** Repeat dispensing: how many issues are authorised at a time, for about a third of people with repeats. */
function authorisedAhead(life: Life): number | undefined {
  const chance = life.chance(field.medicine + 3);
  return chance < 0.2 ? 6 : chance < 0.33 ? 12 : undefined;
}

function prescribedOn(telling: RecordTelling, day: Day): Prescription {
  const { seed, person, health } = telling;
  const organisation = telling.practiceOn(day);
  return {
    id: shortIdOf(seed, person.nhsNumber, day, organisation),
    organisation,
    practitioner: telling.someoneAt(organisation, field.medicine + 4, day),
    collected: collectedOn(health.life, day),
  };
}

/** Three of a hundred are never collected. */
function collectedOn(life: Life, day: Day): Day | undefined {
  const chance = life.chance(field.medicine + 5, day);
  if (chance < 0.03) return undefined;
  const collected = day + 2 + Math.floor(chance * 6);
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
  const collected = course === 'acute' ? prescription.collected && Math.min(prescription.collected, day + 1) : prescription.collected;
  const batch = course === 'repeat' ? ahead : undefined;
  const status = statusOf(telling.today, day, collected);
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

function statusOf(today: Day, day: Day, collected: Day | undefined): IssueEntry['status'] {
  const since = today - day;
  if (collected !== undefined && collected <= today) return 'collected';
  if (since === 0) return 'prescribed';
  if (since === 1) return 'with-pharmacy';
  return since <= keptFor ? 'ready' : 'not-collected';
}
